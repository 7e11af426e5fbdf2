// The site's own search: what people type, however they type it, leads to the page they look for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';

import { AT_ONCE, DESKTOP, inFreshWindow } from './browser.mjs';
import { webAddress } from './server.mjs';
import { fileAddress, pages } from './site.mjs';

const page = (path) => {
  const found = pages.find((own) => own.path === path);
  assert.ok(found, path);
  return found;
};
const SEARCH = { vi: page('tim-kiem/index.html'), en: page('en/search/index.html') };
const WAYS = { http: webAddress, file: fileAddress };

/** What is typed on a Vietnamese page, and the address that must be among the first three. */
const VIETNAMESE = {
  'đường dây nóng': 'tro-giup/',
  'số điện thoại': 'tro-giup/',
  'trợ giúp': 'tro-giup/',
  'gọi số nào': 'tro-giup/',
  '1900 969 680': 'tro-giup/',
  'tổng đài bảo vệ trẻ em': 'tro-giup/',
  'xóm bị bạo lực': 'tro-giup/',
  'kế hoạch 72': 'ke-hoach/72-kh-ubnd-2024/',
  '72/KH-UBND': 'ke-hoach/72-kh-ubnd-2024/',
  '72 kh ubnd': 'ke-hoach/72-kh-ubnd-2024/',
  'công tác bình đẳng giới năm 2024': 'ke-hoach/72-kh-ubnd-2024/',
  '93/KH-UBND': 'ke-hoach/93-kh-ubnd-2025/',
  'kế hoạch năm 2025': 'ke-hoach/93-kh-ubnd-2025/',
  'điều khoản': 'dieu-khoan/',
  'dùng lại nội dung': 'dieu-khoan/',
  'về trang này': 'gioi-thieu/',
  'trang mẫu của dự án': 'gioi-thieu/',
  'áp phích': 'tai-lieu/ap-phich-viec-nha/',
  'việc nhà là việc chung': 'tai-lieu/ap-phich-viec-nha/',
  'bài đọc loa': 'tai-lieu/bai-doc-loa/',
  'năm phút mỗi chiều': 'tai-lieu/bai-doc-loa/',
  'loa truyền thanh': 'tai-lieu/bai-doc-loa/',
  'khẩu hiệu': 'tai-lieu/khau-hieu/',
  'băng rôn': 'tai-lieu/khau-hieu/',
  'phiếu bài học': 'tai-lieu/phieu-bai-hoc-viec-nha/',
  'việc nhà là việc của ai': 'tai-lieu/phieu-bai-hoc-viec-nha/',
  'học sinh trung học cơ sở': 'tai-lieu/phieu-bai-hoc-viec-nha/',
  'tờ rơi': 'tai-lieu/to-roi-ba-viec/',
  'ba việc khi thấy bạo lực': 'tai-lieu/to-roi-ba-viec/',
  'tài liệu': 'tai-lieu/',
  'tháng hành động': 'thang-hanh-dong/',
  'lịch tháng hành động 2024': 'thang-hanh-dong/2024/',
  'lịch tháng hành động 2026': 'thang-hanh-dong/2026/',
  'tin tức': 'tin-tuc/',
  'an toàn trên mạng': 'chu-de/an-toan-tren-mang/',
  'năm bước khi bị quấy rối': 'tin-tuc/an-toan-tren-mang/',
  'bị tung ảnh': 'tin-tuc/an-toan-tren-mang/',
  'anh Tâm': 'tin-tuc/anh-tam-ke-chuyen/',
  'món đầu tiên tôi nấu bị khét': 'tin-tuc/anh-tam-ke-chuyen/',
  'cùng nấu cơm': 'tin-tuc/anh-tam-ke-chuyen/',
  'chín nhóm việc': 'tin-tuc/chin-nhom-viec-2024/',
  'chuyện dưới cờ': 'tin-tuc/chuyen-duoi-co/',
  'ai rửa chén': 'tin-tuc/chuyen-duoi-co/',
  'địa chỉ tin cậy': 'tin-tuc/dia-chi-tin-cay/',
  'mô hình của cộng đồng': 'tin-tuc/dia-chi-tin-cay/',
  'hai ngày đáng nhớ': 'tin-tuc/hai-ngay-dang-nho/',
  'lịch đã có trên trang': 'tin-tuc/lich-2026-da-co/',
  'đưa lịch vào điện thoại': 'tin-tuc/lich-2026-da-co/',
  'cơ quan đầu mối mới': 'tin-tuc/nam-2025-doi-co-quan-dau-moi/',
  'Sở Nội vụ đầu mối': 'tin-tuc/nam-2025-doi-co-quan-dau-moi/',
  'năm việc ai cũng làm được': 'tin-tuc/mot-thang-nam-viec/',
  'tháng hành động đã mở đầu': 'tin-tuc/thang-hanh-dong-2026-mo-dau/',
  'ba lời hứa': 'tin-tuc/thang-hanh-dong-2026-mo-dau/',
  'mỗi nhà một ngọn đèn': 'tin-tuc/toi-25-11/',
  'tối 25/11': 'tin-tuc/toi-25-11/',
  'thắp đèn': 'tin-tuc/toi-25-11/',
  'bản tin tuần': 'tin-tuc/tuan-nay-23-11/',
  'việc nhà không của riêng ai': 'tin-tuc/viec-nha-khong-cua-rieng-ai/',
  'chia việc nhà cho công bằng': 'tin-tuc/viec-nha-khong-cua-rieng-ai/',
  'chia sẻ việc nhà': 'chu-de/chia-se-viec-nha/',
  'hỗ trợ người bị bạo lực': 'chu-de/ho-tro-nguoi-bi-bao-luc/',
  'kế hoạch và chính sách': 'chu-de/ke-hoach-va-chinh-sach/',
  'phòng ngừa bạo lực': 'chu-de/phong-ngua-bao-luc/',
};

/** The same on an English page. */
const ENGLISH = {
  'get help': 'en/help/',
  helpline: 'en/help/',
  'terms of use': 'en/terms/',
  'clear your traces': null,
  poster: 'en/materials/poster-shared-work/',
  'who did the dishes': 'en/news/who-did-the-dishes/',
  'plan 72': 'en/plans/72-kh-ubnd-2024/',
  'evening of 25 november': 'en/news/evening-of-25-november/',
  'lesson sheet': 'en/materials/lesson-sheet-housework/',
  'safety online': 'en/topics/safety-online/',
};

const TELEX = { '\u0302': '', '\u031b': 'w', '\u0306': 'w' };
const VNI = { '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** The keys that one types for a text: each mark after its letter, the tone at the end of a word. */
function keys(text, isTelex) {
  return text.toLowerCase().replace(/\p{L}+/gu, (word) => {
    let typed = '';
    let tone = '';
    for (const letter of word.normalize('NFD')) {
      const at = TONES.indexOf(letter);
      if (at >= 0) tone = isTelex ? 'sfrxj'[at] : String(at + 1);
      else if (letter === 'đ') typed += isTelex ? 'dd' : 'd9';
      else if (letter in VNI) typed += isTelex ? TELEX[letter] || typed.at(-1) : VNI[letter];
      else typed += letter;
    }
    return typed + tone;
  });
}

const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

const TYPED = {
  'with marks': (text) => text,
  'without marks': bare,
  'in Telex': (text) => keys(text, true),
  'in VNI': (text) => keys(text, false),
  decomposed: (text) => text.normalize('NFD'),
};

/** Searches, and gives the addresses of the first results from the root of the site. */
async function search(window, typed) {
  await window.fill('[data-search]', typed);
  await window.press('[data-search]', 'Enter');
  await window.waitForSelector('.results:not([aria-busy])');
  return window.locator('.results ol a').evaluateAll((links) => {
    const root = new URL(document.querySelector('[data-search]').dataset.root, location.href).href;
    return links.map((link) => link.href.slice(root.length).replace(/index\.html$/, ''));
  });
}

const status = (window) => window.locator('.results [role=status]').innerText();

async function assertFound(window, queries, typing) {
  const missing = [];
  for (const [text, path] of Object.entries(queries)) {
    const found = (await search(window, typing(text))).slice(0, 3);
    const isRight = path === null ? found.every((own) => !own.includes('trace')) : found.includes(path);
    if (!isRight) missing.push(`${typing(text)}: ${found.join(', ')}, not ${path}`);
  }
  assert.deepEqual(missing, []);
}

describe('the page that is looked for is among the first three', AT_ONCE, () => {
  for (const [way, address] of Object.entries(WAYS)) {
    for (const [name, typing] of Object.entries(TYPED)) {
      test(`${name}, from ${way}`, () => inFreshWindow({ viewport: DESKTOP }, async (window) => {
        await window.goto(address(SEARCH.vi));
        await assertFound(window, VIETNAMESE, typing);
      }));
    }
    test(`in English, from ${way}`, () => inFreshWindow({ viewport: DESKTOP }, async (window) => {
      await window.goto(address(SEARCH.en));
      await assertFound(window, ENGLISH, (text) => text);
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
    for (const typed of ['tối', 'tôi', 'tới']) {
      await search(window, typed);
      const first = await window.locator('.results li').first().innerText();
      assert.ok(first.toLowerCase().includes(typed), `${typed}: ${first}`);
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
    await window.keyboard.type('duong day nong');
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
