// No page has to be moved sideways to be read, on a telephone or a desktop (WCAG 1.4.10).

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow, WIDTHS, windows } from './browser.mjs';
import { webAddress } from './server.mjs';
import { longest } from './site.mjs';

/** How many pixels of a document lie beside its window. */
function overflow(window) {
  return window.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Each width at which a document is wider than its window, and by how much. */
async function overflows(window) {
  const found = [];
  for (const width of WIDTHS) {
    await window.setViewportSize({ width, height: 800 });
    const pixels = await overflow(window);
    if (pixels > 0) found.push(`${pixels} px too wide at ${width} px`);
  }
  return found;
}

describe('no page is wider than its window', AT_ONCE, () => {
  const inWindow = windows({});
  for (const page of longest) {
    test(page.path, () => inWindow(webAddress(page), async (window) => {
      assert.deepEqual(await overflows(window), []);
    }));
  }
});

test('a page that is too wide is seen', async () => {
  await inFreshWindow({}, async (window) => {
    await window.goto(webAddress(longest[0]));
    await window.evaluate(() => { document.querySelector('h1').style.inlineSize = '700px'; });
    assert.equal((await overflows(window)).length, 2);
  });
});
