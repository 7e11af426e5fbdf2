// No page has to be moved sideways to be read, on a telephone or a desktop (WCAG 1.4.10), and
// none moves by itself.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, atEachWidth, inFreshWindow, windows } from './browser.mjs';
import { webAddress } from './server.mjs';
import { longest, readable } from './site.mjs';

/** By how much a document is wider than its window, if it is. */
function overflow(window) {
  return window.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const pixels = scrollWidth - clientWidth;
    return pixels > 0 ? [`${pixels} px too wide`] : [];
  });
}

/** Each width at which a document is wider than its window. */
const overflows = (window) => atEachWidth(window, overflow);

describe('no page is wider than its window', AT_ONCE, () => {
  const inWindow = windows({});
  for (const page of longest) {
    test(page.path, () => inWindow(webAddress(page), async (window) => {
      assert.deepEqual(await overflows(window), []);
    }));
  }
});

/** The spaces that readers may set for themselves (WCAG 2.2, 1.4.12). */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: .12em !important;
  word-spacing: .16em !important;
}
p { margin-block-end: 2em !important; }`;

/** The elements in which text is cut off: its first words. */
function cutOff(window) {
  return window.evaluate(() => [...document.querySelectorAll('main *')]
    .filter((element) => element.checkVisibility() && !element.closest('.unseen'))
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut = (way, inner, outer) => ['hidden', 'clip'].includes(way) && inner > outer + 1;
      return isCut(overflowX, element.scrollWidth, element.clientWidth)
        || isCut(overflowY, element.scrollHeight, element.clientHeight);
    })
    .map((element) => element.textContent.trim().slice(0, 40)));
}

async function keepsItsWords(window) {
  assert.deepEqual(await overflows(window), []);
  assert.deepEqual(await cutOff(window), []);
}

describe('with space between letters a page keeps its width and its words', AT_ONCE, () => {
  const inWindow = windows({});
  for (const page of longest) {
    test(page.path, () => inWindow(webAddress(page), async (window) => {
      await window.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, SPACED);
      await keepsItsWords(window);
    }));
  }
});

describe('in large print a page keeps its width and its words', AT_ONCE, () => {
  const inWindow = windows({});
  for (const page of longest) {
    test(page.path, () => inWindow(`${webAddress(page)}#ui_large`, keepsItsWords));
  }
});

test('words that are cut off are seen', () => inFreshWindow({}, async (window) => {
  await window.goto(webAddress(readable[0]));
  await window.evaluate(() => {
    const { style } = document.querySelector('h1');
    Object.assign(style, { overflow: 'hidden', whiteSpace: 'nowrap', inlineSize: '3em' });
  });
  assert.equal((await cutOff(window)).length, 1);
}));

test('a page that is too wide is seen', async () => {
  await inFreshWindow({}, async (window) => {
    await window.goto(webAddress(longest[0]));
    await window.evaluate(() => { document.querySelector('h1').style.inlineSize = '700px'; });
    assert.equal((await overflows(window)).length, 2);
  });
});

/** How much of what is seen has moved since the page was opened (Layout Instability). */
function moved(window) {
  return window.evaluate(() => new Promise((done) => {
    let sum = 0;
    const watch = (list) => { for (const entry of list.getEntries()) sum += entry.value; };
    new PerformanceObserver(watch).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
  }));
}

/** A window of a telephone, to which pictures and scripts come late. */
async function onSlowPhone(page, use) {
  await inFreshWindow({ viewport: { width: 360, height: 740 } }, async (window) => {
    await window.route(/\.(js|jpg|png|webp)$/, async (route) => {
      await new Promise((late) => { setTimeout(late, 200); });
      await route.continue();
    });
    await window.goto(webAddress(page));
    await use(window);
  });
}

describe('nothing moves while a page comes in', AT_ONCE, () => {
  const shown = readable.filter(({ html }) => html.includes('class="lead"'));
  for (const page of new Set([...longest, ...shown])) {
    test(page.path, () => onSlowPhone(page, async (window) => {
      assert.equal(await moved(window), 0);
    }));
  }

  test('there are pictures and sensitive pages among them', () => {
    assert.ok(shown.length > 0);
    assert.ok(longest.some(({ html }) => html.includes('data-exit-keys')));
  });
});

test('a page that moves is seen', () => onSlowPhone(longest[0], async (window) => {
  await window.evaluate(() => {
    document.querySelector('main').insertAdjacentHTML('afterbegin', '<p>a<br>b<br>c</p>');
  });
  assert.ok(await moved(window) > 0);
}));
