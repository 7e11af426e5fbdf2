// Everything can be reached with the keyboard alone, in the order of the text, and is then seen.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, windows } from './browser.mjs';
import { webAddress } from './server.mjs';
import { longest } from './site.mjs';

/** Where the page moves to the focus at once, instead of gliding there. */
const STILL = { reducedMotion: 'reduce' };

/** What can have the focus, in the order of the text. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** How the element that has the focus looks, and which it is among those that can have it. */
function focused(window) {
  return window.evaluate((selector) => {
    const stops = [...document.querySelectorAll(selector)];
    const element = document.activeElement;
    const { outlineStyle, outlineWidth, outlineOffset, boxShadow } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const rim = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const line = element.getClientRects()[0];
    const onTop = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
    return {
      name: element.textContent.trim(),
      position: stops.indexOf(element),
      isMarked: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      isInView: box.width > 0 && box.top >= rim && box.left >= rim
        && box.bottom + rim <= innerHeight && box.right + rim <= innerWidth
        && element.contains(onTop),
    };
  }, STOPS);
}

/** How many elements of a page the Tab key must come to: all that are shown. */
function countOfStops(window) {
  return window.evaluate((selector) => {
    const stops = [...document.querySelectorAll(selector)];
    return stops.filter((stop) => stop.checkVisibility() && !stop.disabled).length;
  }, STOPS);
}

describe('the first stop is the link that skips to the text', AT_ONCE, () => {
  const inWindow = windows(STILL);
  // The page for those who must leave has nothing to skip.
  for (const page of longest.filter(({ kind }) => kind !== 'exit')) {
    test(page.path, () => inWindow(webAddress(page), async (window) => {
      await window.keyboard.press('Tab');
      assert.ok(await window.evaluate(() => document.activeElement.matches('.skip')));
      assert.ok((await focused(window)).isInView);
      await window.keyboard.press('Enter');
      assert.ok(await window.evaluate(() => document.activeElement.matches('main')));
    }));
  }
});

describe('every stop is seen, and all come in the order of the text', AT_ONCE, () => {
  const inWindow = windows(STILL);
  for (const page of longest) {
    test(page.path, () => inWindow(webAddress(page), async (window) => {
      const count = await countOfStops(window);
      assert.ok(count > 0);
      let last = -1;
      for (let stop = 0; stop < count; stop += 1) {
        await window.keyboard.press('Tab');
        const { name, position, isMarked, isInView } = await focused(window);
        assert.ok(position > last, `“${name}” follows what stands before it`);
        assert.ok(isMarked, `“${name}” is marked when it has the focus`);
        assert.ok(isInView, `“${name}” is in view when it has the focus`);
        last = position;
      }
    }));
  }
});
