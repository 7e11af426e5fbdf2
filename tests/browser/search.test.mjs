// The site's own search: what people type, however they type it, leads to the page they look for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';

import { AT_ONCE, DESKTOP, inFreshWindow } from './browser.mjs';
import { assertFound, search } from './found.mjs';
import { ENGLISH, VIETNAMESE } from './queries.mjs';
import { webAddress } from './server.mjs';
import { fileAddress, pages } from './site.mjs';
import { WAYS, plainly } from './typing.mjs';

const page = (path) => {
  const found = pages.find((own) => own.path === path);
  assert.ok(found, path);
  return found;
};
const SEARCH = { vi: page('tim-kiem/index.html'), en: page('en/search/index.html') };
const MOUNTS = { http: webAddress, file: fileAddress };

const status = (window) => window.locator('.results [role=status]').innerText();

describe('the page that is looked for is among the first three', AT_ONCE, () => {
  for (const [way, address] of Object.entries(MOUNTS)) {
    for (const [name, typing] of Object.entries(WAYS)) {
      test(`${name}, from ${way}`, () => inFreshWindow({ viewport: DESKTOP }, async (window) => {
        await window.goto(address(SEARCH.vi));
        await assertFound(window, VIETNAMESE, typing);
      }));
    }
    test(`in English, from ${way}`, () => inFreshWindow({ viewport: DESKTOP }, async (window) => {
      await window.goto(address(SEARCH.en));
      await assertFound(window, ENGLISH, plainly);
    }));
  }
});

/** Opens a page of the site and uses it. */
const on = (own, use, options = {}) => inFreshWindow({ viewport: DESKTOP, ...options }, async (window) => {
  await window.goto(webAddress(own));
  return use(window);
});

test('a letter that is wrong, missing, too many or swapped in a long word is forgiven', () => (
  on(SEARCH.en, async (window) => {
    for (const typed of ['hosework', 'houswork', 'housewoork', 'huosework', 'housewirk']) {
      const found = await search(window, typed);
      assert.ok(found.slice(0, 4).some((own) => own.includes('housework')), `${typed}: ${found}`);
      assert.match(await status(window), /one like it/);
    }
    await search(window, 'housework');
    assert.doesNotMatch(await status(window), /one like it/);
  })
));

test('what has the marks that were typed comes first, and hides nothing', () => (
  on(SEARCH.vi, async (window) => {
    const numbers = [];
    for (const typed of ['tối', 'toi']) {
      await search(window, typed);
      numbers.push((await status(window)).match(/\d+/)[0]);
    }
    assert.ok(numbers[0] > 1 && numbers[0] === numbers[1], numbers.join());
    for (const typed of ['tối', 'tôi']) {
      const [first] = await search(window, typed);
      const { html } = page(`${first}index.html`);
      const text = html.slice(html.indexOf('<main')).replace(/<[^>]*>/g, ' ').toLowerCase();
      assert.match(text, new RegExp(`[^\\p{L}]${typed}[^\\p{L}]`, 'u'), `${typed}: ${first}`);
    }
  })
));

test('the last word may be a beginning', () => on(SEARCH.vi, async (window) => {
  assert.ok((await search(window, 'bản tin tu')).slice(0, 3).includes('tin-tuc/tuan-nay-23-11/'));
}));

test('pages that have only some of the words are shown, and it is said', () => (
  on(SEARCH.vi, async (window) => {
    const found = await search(window, 'áp phích zzqqxx');
    assert.equal(found[0], 'tai-lieu/ap-phich-viec-nha/');
    assert.match(await status(window), /Không bài nào có đủ/);
    assert.deepEqual(await search(window, 'zzqqxx'), []);
    assert.match(await status(window), /Không tìm thấy gì/);
  })
));

test('found words are marked, with kind and day', () => on(SEARCH.vi, async (window) => {
  await search(window, 'ngon den');
  const first = window.locator('.results li').first();
  assert.deepEqual(await first.locator('a mark').allInnerTexts(), ['ngọn', 'đèn']);
  assert.match(await first.locator('.kind').innerText(), /^Tin · \d\d\/\d\d\/20\d\d$/);
}));

test('an event is found by its day, and what is to come before what is over', () => (
  on(SEARCH.vi, async (window) => {
    await window.clock.setFixedTime(new Date('2026-11-20T10:00:00+07:00'));
    const found = await search(window, '25/11');
    assert.ok(found.some((own) => own.startsWith('thang-hanh-dong/2026/')), found.join());
    const [past, coming] = ['2024', '2026'].map((year) => (
      found.findIndex((own) => own.startsWith(`thang-hanh-dong/${year}/`))
    ));
    assert.ok(coming >= 0 && (past < 0 || coming < past), found.join());
  }, { timezoneId: 'Asia/Ho_Chi_Minh' })
));

test('numbers to call stand first where words smell of danger', () => on(SEARCH.vi, async (window) => {
  for (const typed of ['chồng đánh vợ', 'bao luc', 'tuwj tuwr', 'tu75 tu73']) {
    await search(window, typed);
    assert.equal(await window.locator('.results .help a').first().getAttribute('href'), 'tel:113', typed);
  }
  await search(window, 'áp phích');
  assert.equal(await window.locator('.results .help').count(), 0);
}));

test('an old name of an agency tells the new one', () => on(SEARCH.vi, async (window) => {
  await search(window, 'so ldtbxh');
  assert.match(await window.locator('.results .now').innerText(), /nay là Sở Nội vụ/);
}));

test('a search has an address, and an address a search', () => on(SEARCH.vi, async (window) => {
  await search(window, 'áp phích');
  assert.equal(new URL(window.url()).searchParams.get('q'), 'áp phích');
  await window.reload();
  await window.waitForSelector('.results ol a');
  assert.equal(await window.inputValue('[data-search]'), 'áp phích');
}));

describe('on any page', AT_ONCE, () => {
  const HOME = page('index.html');
  const SENSITIVE = page('tin-tuc/dia-chi-tin-cay/index.html');

  test('the keyboard is enough', () => on(HOME, async (window) => {
    await window.focus('[data-search]');
    await window.keyboard.type('bua com ba nau');
    await window.waitForSelector('.results ol a');
    await window.waitForSelector('.results:not([aria-busy])');
    await window.keyboard.press('ArrowDown');
    const first = await window.evaluate(() => document.activeElement.href);
    assert.ok(await window.evaluate(() => document.activeElement.closest('.results ol')));
    await window.keyboard.press('Enter');
    await window.waitForURL(first);
  }));

  test('a sensitive one keeps its address', () => on(SENSITIVE, async (window) => {
    const before = window.url();
    const found = await search(window, 'trợ giúp');
    assert.ok(found.includes('tro-giup/'), found.join());
    assert.equal(window.url(), before);
  }));

  test('without a script the field leads to the page, which shows the way on', () => (
    on(HOME, async (window) => {
      await window.fill('input[type=search]', 'bạo lực');
      await window.press('input[type=search]', 'Enter');
      await window.waitForURL(/tim-kiem/);
      assert.match(await window.locator('main').innerText(), /cần JavaScript/);
      assert.ok(await window.locator('main a[href$="so-do-trang/index.html"]').isVisible());
    }, { javaScriptEnabled: false })
  ));

  test('without a script no word leaves a sensitive one', () => on(SENSITIVE, async (window) => {
    await window.fill('input[type=search]', 'bạo lực');
    await window.press('input[type=search]', 'Enter');
    await window.waitForURL(/tim-kiem/);
    assert.doesNotMatch(window.url(), /b%E1|lực|q=./);
  }, { javaScriptEnabled: false }));

  test('a telephone has the field behind its menu', () => on(HOME, async (window) => {
    assert.equal(await window.locator('[data-search]').isVisible(), false);
    await window.click('.menu-switch summary');
    const field = await window.locator('[data-search]').boundingBox();
    const menu = await window.locator('.menu').boundingBox();
    assert.ok(field.y < menu.y, 'above the menu');
  }, { viewport: { width: 360, height: 740 } }));

  test('the script of the search is loaded when it is about to be used', () => on(HOME, async (window) => {
    const loaded = () => window.locator('script[src*="search"]').count();
    assert.equal(await loaded(), 0);
    await window.focus('[data-search]');
    assert.equal(await loaded(), 1);
  }));
});

test('results are accessible', () => on(SEARCH.vi, async (window) => {
  await search(window, 'bạo lực');
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await window.evaluate(readFileSync(axe, 'utf8'));
  const found = await window.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(found.violations.map((own) => `${own.id}: ${own.nodes.map((node) => node.html)}`), []);
}));

test('a browser folds words as the program does', () => on(SEARCH.vi, async (window) => {
  await window.waitForFunction(() => window.bangtinSearch?.words);
  const lines = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'));
  assert.ok(lines.length > 15);
  const folded = await window.evaluate((texts) => texts.map((text) => (
    window.bangtinSearch.words(text).map((word) => word.marked)
  )), lines.map(([text]) => text));
  assert.deepEqual(folded, lines.map(([, words]) => words));
}));
