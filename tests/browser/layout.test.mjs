// No page has to be moved sideways to be read, on a telephone or a desktop (WCAG 1.4.10), and
// none moves by itself.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow, WIDTHS, windows } from './browser.mjs';
import { webAddress } from './server.mjs';
import { longest, readable } from './site.mjs';

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
