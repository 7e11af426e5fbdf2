// One long word, one wide table or picture makes nothing else on the paper smaller, and takes no
// line and no code away.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow, windows } from './browser.mjs';
import {
  A4, codes, flow, margins, print, sizes, texts, words,
} from './paper.mjs';
import { fileAddress, pages } from './site.mjs';

const ARTICLE = fileAddress(pages.find(({ path }) => path === 'tin-tuc/dia-chi-tin-cay/index.html'));

/** A word that no one can break by hand, and an address as mail programs make them. */
const WORD = 'Trachnhiem'.repeat(30);
const ADDRESS = `https://xa.example/?u=${'quangngai%2F'.repeat(24)}`;

/** Every place of a text that can hold one, each ending in a word that must be seen. */
const LONG = {
  address: `<p><a href="${ADDRESS}">${ADDRESS}CUOI</a></p>`,
  heading: `<h2>${WORD}CUOI</h2>`,
  list: `<ul><li>a<ul><li>b<ul><li>${WORD}CUOI</li></ul></li></ul></li></ul>`,
  quotation: `<blockquote><blockquote><p>${WORD}CUOI</p></blockquote></blockquote>`,
  code: `<p>a <code>${WORD}CUOI</code></p>`,
  lines: `<pre><code>${'x + '.repeat(60)}\n${WORD}CUOI</code></pre>`,
  definition: `<dl><dt>${WORD}</dt><dd>${WORD}CUOI</dd></dl>`,
  caption: `<figure><p>a</p><figcaption>${WORD}CUOI</figcaption></figure>`,
  summary: `<details><summary>${WORD}</summary><p>${WORD}CUOI</p></details>`,
  alert: `<div class="alert"><p class="alert-title">${WORD}</p><p>${WORD}CUOI</p></div>`,
  facts: `<section class="facts"><dl><div><dt>${WORD}</dt><dd>${WORD}CUOI</dd></div></dl></section>`,
  cell: `<div class="table"><table><tr><td>a</td><td>${WORD}CUOI</td></tr></table></div>`,
  'linked cell': `<table><tr><td>a</td><td>b</td><td><a href="#">${ADDRESS}CUOI</a></td></tr></table>`,
  note: `<section class="print-only links"><ul><li>[1] ${ADDRESS}CUOI</li></ul></section>`,
  picture: '<p><svg width="4000" height="90"></svg>CUOI</p>',
  'picture in a cell': '<table><tr><td><svg width="4000" height="90"></svg></td><td>CUOI</td></tr></table>',
  'number of a document': `<p><span class="document-number">${WORD}CUOI</span></p>`,
  'right to left': `<p dir="rtl">${'مسؤولية'.repeat(40)}</p><p>CUOI</p>`,
};

/** Opens an article that says only this. */
async function saying(window, html, target = '') {
  await window.goto(`${ARTICLE}${target}`);
  await window.evaluate((body) => {
    document.querySelector('.body').innerHTML = body;
    for (const own of document.querySelectorAll('.links')) {
      if (!own.closest('.body')) own.remove();
    }
  }, html);
}

/** No word beyond the margins, and the code on the first sheet. */
async function assertWhole(window, pdf) {
  for (const [index, sheet] of (await words(pdf)).entries()) {
    const [left, right] = margins(A4, index + 1);
    for (const { left: from, right: to, text } of sheet.words) {
      const where = `${text} from ${from.toFixed(1)} to ${to.toFixed(1)} mm`;
      assert.ok(from > left - 1 && to < sheet.width - right + 1, where);
    }
  }
  const address = await window.getAttribute('link[rel=canonical]', 'href');
  const [found] = await codes(pdf);
  assert.equal(found?.says, address);
  assert.ok(found.width >= 25, `a code of ${found.width} mm`);
}

describe('one long word makes nothing else smaller', AT_ONCE, () => {
  const inWindow = windows({});
  for (const [place, html] of Object.entries(LONG)) {
    test(place, () => inWindow('about:blank', async (window) => {
      await saying(window, `<p>${'Chữ thường. '.repeat(60)}HETDOAN</p>${html}`);
      const pdf = await print(window);
      await assertWhole(window, pdf);
      const whole = (await flow(pdf)).replace(/\s/g, '');
      assert.ok(whole.includes('HETDOAN') && whole.includes('CUOI'), 'all is there');
      const letters = await sizes(pdf);
      assert.ok(letters.get(11) > 700, `letters of 11 pt: ${JSON.stringify([...letters])}`);
    }));
  }
});

/** A table as offices write them, with this many columns. */
function table(columns) {
  const cells = ['1', 'Họp dân về nước sạch', '15/11/2026', '7h30', 'Nhà văn hoá thôn', 'Cán bộ xã'];
  const row = [...Array(columns - 1).keys()].map((at) => `<td>${cells[at % cells.length]}</td>`);
  const head = [...Array(columns - 1).keys()].map((at) => `<th>Cột ${at}</th>`);
  return `<div class="table"><table><thead><tr>${head.join('')}<th>COTCUOI</th></tr></thead>
    <tbody>${`<tr>${row.join('')}<td>CUOI</td></tr>`.repeat(5)}</tbody></table></div>`;
}

describe('a table fits the sheet', AT_ONCE, () => {
  const inWindow = windows({});
  for (const columns of [2, 3, 4, 6, 8, 10, 12, 16, 20]) {
    test(`${columns} columns`, () => inWindow('about:blank', async (window) => {
      await saying(window, `<p>${'Chữ thường. '.repeat(60)}</p>${table(columns)}`);
      const pdf = await print(window);
      await assertWhole(window, pdf);
      const plain = (await flow(pdf)).replace(/\s/g, '');
      assert.ok(plain.includes('COTCUOI') && plain.includes('CUOI'));
      assert.equal(Math.min(...(await sizes(pdf)).keys()) >= 7, true, 'large enough to read');
      // Nobody wants to read a day in two lines.
      const [sheet] = await texts(pdf);
      const days = table(columns).split('15/11/2026').length;
      if (columns <= 12) assert.equal(sheet.split('15/11/2026').length, days, sheet);
    }));
  }

  test('with cells that are wide by themselves', () => inWindow('about:blank', async (window) => {
    const cells = `<td width="900">a</td><td width="900">${'chữ '.repeat(40)}</td><td>CUOI</td>`;
    await saying(window, `<table width="2000"><col width="900"><tr>${cells}</tr></table>`);
    await assertWhole(window, await print(window));
  }));

  test('in letters of one size, also beside a cell of several rows', () => inFreshWindow({}, async (window) => {
    const cells = '<td>b</td>'.repeat(7);
    await saying(window, `<table><tr><td rowspan="2">a</td>${cells}</tr><tr>${cells}</tr></table>`);
    await window.emulateMedia({ media: 'print' });
    const letters = await window.evaluate(() => (
      [...document.querySelectorAll('.body td')].map((cell) => getComputedStyle(cell).fontSize)
    ));
    assert.deepEqual([letters.length, new Set(letters).size], [15, 1], letters.join(' '));
  }));

  test('in large print', () => inWindow('about:blank', async (window) => {
    await saying(window, table(8), '#ui_large');
    const pdf = await print(window);
    const letters = await sizes(pdf);
    assert.ok(letters.get(18) > 300, JSON.stringify([...letters]));
    assert.ok((await flow(pdf)).replace(/\s/g, '').includes('COTCUOI'));
  }));
});

test('a title of one long word leaves the date alone', () => inFreshWindow({}, async (window) => {
  await window.goto(ARTICLE);
  await window.evaluate((word) => {
    document.documentElement.dataset.sheetTitle = word;
    document.querySelector('h1').textContent = word;
  }, WORD.slice(0, 40));
  const [, sheet] = await words(await print(window));
  const date = sheet.words.find((word) => /^\d\d\/\d\d\/\d{4}$/.test(word.text) && word.top < 20);
  assert.ok(date.right < sheet.width - 15 + 1, JSON.stringify(date));
}));
