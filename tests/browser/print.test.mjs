// What comes out of a printer: the right paper, in black on white, and on each sheet what it is
// of, when it was changed and where it comes from.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow, windows } from './browser.mjs';
import {
  A4, A4_LANDSCAPE, codes, filled, flow, margins, pictures, print, sizes, texts, words,
} from './paper.mjs';
import { fileAddress, linked, longest, pages } from './site.mjs';

const UPDATED = {
  vi: /(Cập nhật|Trang web cập nhật): \d\d\/\d\d\/\d{4}/,
  en: /(Updated|Site updated): \d{1,2} \w+ \d{4}/,
};

/** What a sheet of a sample says, and of a book that has one among its pages. */
const CITED = {
  vi: ['Bản mẫu để minh hoạ, chưa được', 'Trong tập này có bản mẫu'],
  en: ['A sample for illustration, not', 'Some of these pages are samples'],
};

/** What has no business on paper, in both languages. */
const FURNITURE = [
  'Truy cập nội dung luôn', 'Thoát khỏi trang này', 'Nút thoát', 'Chữ to',
  'Bạn đang ở đây', 'In cả tập', 'Tải lịch dạng bảng', 'Thêm cả lịch',
  'Skip to', 'Exit this page', 'Leaving does not', 'Large print', 'Print it all',
];

/** Pages whose drawing is the sheet; nothing else of them is printed. */
const drawings = linked.filter(({ kind, html }) => (
  kind !== 'book' && html.includes('class="own-sheet')
));
const printable = linked.filter((page) => (
  !drawings.includes(page) && (longest.includes(page) || page.kind === 'book')
));
const named = (name) => pages.find((page) => page.path === name);

/** What is known of a page before it is printed. */
function asks(window) {
  return window.evaluate(() => ({
    title: document.documentElement.dataset.sheetTitle,
    address: document.querySelector('link[rel=canonical]').href,
    hasPictures: document.querySelector('main img') !== null,
    // A list of the headings is for the screen.
    // What is so today is not for paper.
    closed: [...document.querySelectorAll('main details:not(nav details, .no-print)')].map((own) => {
      const kept = own.cloneNode(true);
      for (const state of kept.querySelectorAll('.state, .as-of, .unseen, .leaf-day')) state.remove();
      return kept.querySelector('li, dd, p')?.textContent ?? kept.textContent;
    }),
    // A front page on paper has neither its text nor the notes of it.
    notes: [...document.querySelectorAll('body:not(.front) a[data-note]')]
      .map((own) => own.dataset.note),
    credit: document.querySelector('.sheet p + p').textContent,
    isSample: document.documentElement.dataset.sheetAddress.includes(' · '),
    contents: [...document.querySelectorAll('.book-contents a')].map((own) => own.textContent),
  }));
}

function paperOf({ kind }) {
  return kind === 'schedule_months' ? A4_LANDSCAPE : A4;
}

const near = (is, wanted, message) => {
  assert.ok(Math.abs(is - wanted) < 1, `${message}: ${is.toFixed(1)} mm, not ${wanted} mm`);
};

/** Each sheet of its size, and its text where the binding leaves room. */
function checkPaper(sheets, paper, isBook) {
  for (const [index, sheet] of sheets.entries()) {
    near(sheet.width, paper[0], `width of sheet ${index + 1}`);
    near(sheet.height, paper[1], `height of sheet ${index + 1}`);
    const [left, right] = margins(paper, index + 1, isBook);
    near(Math.min(...sheet.words.map((word) => word.left)), left, `left of sheet ${index + 1}`);
    const end = Math.max(...sheet.words.map((word) => word.right));
    near(sheet.width - end, right, `right of sheet ${index + 1}`);
  }
}

/** What the first sheet says of the whole, what each of the others says, and nothing else. */
function checkTexts(sheets, asked, language) {
  assert.match(asked.credit, /^(Nguồn|Source): \S/);
  assert.ok(sheets[0].includes(asked.credit), `the source on ${sheets[0]}`);
  const cited = CITED[language][asked.contents.length === 0 ? 0 : 1];
  if (asked.isSample) assert.ok(sheets[0].includes(cited), `that it is a sample, on ${sheets[0]}`);
  const address = asked.address.replace('https://', '');
  for (const [index, sheet] of sheets.entries()) {
    const where = `sheet ${index + 1}: ${sheet}`;
    assert.ok(sheet.includes(asked.title), `the title on ${where}`);
    assert.match(sheet, UPDATED[language], where);
    assert.ok(sheet.includes(address), `the address on ${where}`);
    assert.ok(sheet.includes(`${index + 1}/${sheets.length}`), `the number on ${where}`);
    for (const words of FURNITURE) assert.ok(!sheet.includes(words), `${words} on ${where}`);
  }
}

/** A table of contents on the first sheet, and the chapters one after the other. */
function checkBook(sheets, contents) {
  if (contents.length === 0) return;
  let from = 0;
  const whole = sheets.join(' ');
  for (const title of contents) {
    assert.ok(sheets[0].includes(title), `${title} in the contents`);
    from = whole.indexOf(title, from) + 1;
    assert.ok(from > 0, `${title} after those before it`);
  }
}

describe('a page on paper', AT_ONCE, () => {
  const inWindow = windows({});
  for (const page of printable) {
    test(page.path, () => inWindow(fileAddress(page), async (window) => {
      const asked = await asks(window);
      const pdf = await print(window);
      checkPaper(await words(pdf), paperOf(page), page.kind === 'book');
      const sheets = await texts(pdf);
      checkTexts(sheets, asked, page.language);
      checkBook(sheets, asked.contents);
      const whole = sheets.join(' ');
      // Style gives some lines a capital, and links their numbers.
      const plain = (await flow(pdf)).replace(/ ?\[\d+\]/g, '').toLowerCase();
      for (const text of asked.closed) {
        const opening = text.trim().split(/\s+/).slice(0, 12).join(' ');
        assert.ok(plain.includes(opening.toLowerCase()), `closed on paper: ${opening}`);
      }
      for (const number of asked.notes) {
        // Once at the link, and once before its address.
        assert.ok(whole.split(`[${number}]`).length > 2, `the note ${number}`);
        assert.match(whole, new RegExp(`\\[${number}\\] [a-z0-9.-]+\\.[a-z]+`));
      }
      const [found] = await codes(pdf);
      assert.equal(found?.says, asked.address);
      assert.ok(found.width >= 25, `a code of ${found.width} mm`);
      // The head of the first sheet has a sign of its own, in its own colours.
      for (const picture of (await pictures(pdf)).slice(1)) {
        if (!asked.hasPictures) assert.equal(filled(picture), null);
      }
    }));
  }

  test('the papers are all among them', () => {
    const kinds = new Set(printable.map(({ kind }) => kind));
    assert.ok(kinds.has('schedule_months') && kinds.has('plan'));
    const books = printable.filter(({ kind }) => kind === 'book');
    assert.equal(books.length, 4, 'of a section and of a plan, in each language');
    assert.ok(printable.some(({ html }) => html.includes('data-note=')));
    assert.ok(printable.some(({ html }) => html.includes('<details')));
  });
});

test('large print is 18 pt', () => inFreshWindow({}, async (window) => {
  const page = named('tin-tuc/dia-chi-tin-cay/index.html');
  await window.goto(`${fileAddress(page)}#ui_large`);
  const letters = [...await sizes(await print(window))];
  const small = letters.filter(([size]) => size < 18 && size > 9);
  assert.deepEqual(small, [], 'only margins and foot are smaller');
  const [most] = letters.filter(([size]) => size > 9).sort((a, b) => b[1] - a[1]);
  assert.equal(most[0], 18);
}));

test('a sheet that is just full is the last one', () => inFreshWindow({}, async (window) => {
  await window.goto(fileAddress(named('chu-de/index.html')));
  await window.evaluate(() => {
    document.querySelector('main').insertAdjacentHTML('beforeend', '<div id="filling"></div>');
  });
  const counts = new Set();
  for (let height = 150; height <= 210; height += 0.5) {
    await window.evaluate((size) => {
      document.querySelector('#filling').style.blockSize = `${size}mm`;
    }, height);
    const sheets = await texts(await print(window));
    counts.add(sheets.length);
    for (const sheet of sheets) assert.match(sheet, /example\/chu-de\//, `${height} mm`);
  }
  assert.deepEqual([...counts], [1, 2], 'from one sheet to the next');
}));

test('nothing is cut, and a table has its head on every sheet', () => inFreshWindow({}, async (window) => {
  await window.goto(fileAddress(named('ke-hoach/72-kh-ubnd-2024/index.html')));
  await window.evaluate(() => {
    const rows = [...Array(60).keys()].map((row) => `<tr><td>von${row}<br><br>den${row}</td></tr>`);
    const figures = [...Array(9).keys()].map((figure) => (
      `<figure><p>dau${figure}</p><svg width="80mm" height="70mm"></svg><figcaption>cuoi${figure}</figcaption></figure>`
    ));
    document.querySelector('.body').innerHTML = `
      <table><thead><tr><th>DAUBANG</th></tr></thead><tbody>${rows.join('')}</tbody></table>${figures.join('')}`;
  });
  const printed = await texts(await print(window));
  const sheets = printed.map((sheet) => new Set(sheet.split(' ')));
  const sheetOf = (word) => sheets.findIndex((sheet) => sheet.has(word));
  for (let row = 0; row < 60; row += 1) assert.equal(sheetOf(`von${row}`), sheetOf(`den${row}`));
  for (let at = 0; at < 9; at += 1) assert.equal(sheetOf(`dau${at}`), sheetOf(`cuoi${at}`));
  const [first, last] = [sheetOf('von0'), sheetOf('von59')];
  assert.ok(last > first + 1);
  for (let at = first; at <= last; at += 1) assert.ok(sheets[at].has('DAUBANG'), `sheet ${at + 1}`);
}));

test('a very long title leaves the date alone', () => inFreshWindow({}, async (window) => {
  await window.goto(fileAddress(named('tin-tuc/dia-chi-tin-cay/index.html')));
  await window.evaluate(() => {
    document.documentElement.dataset.sheetTitle = 'Ngày hội toàn dân '.repeat(14);
  });
  const [, sheet] = await words(await print(window));
  const date = sheet.words.find((word) => /^\d\d\/\d\d\/\d{4}$/.test(word.text));
  const title = sheet.words.filter((word) => word.top < 20 && /Ngày|hội|toàn|dân/.test(word.text));
  assert.ok(title.length > 20 && date.top < 20);
  for (const word of title) assert.ok(word.right < date.left - 5, JSON.stringify({ word, date }));
  assert.ok(Math.min(...title.map((word) => word.top)) > 3, 'inside the paper');
}));

describe('a drawing is its own sheet', AT_ONCE, () => {
  for (const page of drawings) {
    test(page.path, () => inFreshWindow({}, async (window) => {
      await window.goto(fileAddress(page));
      const pdf = await print(window);
      const sheets = await words(pdf);
      assert.equal(sheets.length, 1);
      const wanted = page.html.includes('own-sheet print-only two-up') ? [297, 210] : A4;
      near(sheets[0].width, wanted[0], 'its width');
      assert.deepEqual(sheets[0].words, [], 'nothing but the drawing');
      const [{ width, height, pixels }] = await pictures(pdf);
      const dark = pixels.filter((value, at) => at % 3 === 0 && value < 200).length;
      assert.ok(dark > (width * height) / 50, 'and that is there');
    }));
  }

  test('posters and leaflets in both languages', () => assert.equal(drawings.length, 4));
});

/** The most sheets of the pages that schools and offices print. */
const SHEETS = {
  'thang-hanh-dong/2026/index.html': 2,
  'en/action-month/2026/index.html': 2,
  'thang-hanh-dong/2026/thang/index.html': 1,
  'en/action-month/2026/months/index.html': 1,
  'thang-hanh-dong/2026/le-phat-dong/index.html': 1,
  'en/action-month/2026/le-phat-dong/index.html': 1,
  'tai-lieu/phieu-bai-hoc-viec-nha/index.html': 2,
  'en/materials/lesson-sheet-housework/index.html': 2,
  'tai-lieu/phieu-bai-hoc-viec-nha/index.html#ui_pupil': 1,
  'en/materials/lesson-sheet-housework/index.html#ui_pupil': 1,
  'index.html': 1,
  'en/index.html': 1,
  'tin-tuc/tuan-nay-23-11/index.html': 1,
  'en/news/week-of-23-november/index.html': 1,
  'ke-hoach/72-kh-ubnd-2024/in-ca-tap/index.html': 10,
  'en/plans/72-kh-ubnd-2024/print/index.html': 10,
};

describe('a page takes no more sheets than it must', AT_ONCE, () => {
  for (const [name, most] of Object.entries(SHEETS)) {
    test(name, () => inFreshWindow({}, async (window) => {
      const [path, place] = name.split('#');
      await window.clock.setFixedTime(new Date('2026-11-20T10:00:00+07:00'));
      await window.goto(`${fileAddress(named(path))}${place ? `#${place}` : ''}`);
      const { length } = await texts(await print(window));
      assert.ok(length <= most, `${length} sheets, not ${most}`);
    }));
  }
});
