// A page can be copied with its source, as text and as HTML, also from a USB stick.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow } from './browser.mjs';
import { webAddress } from './server.mjs';
import { fileAddress, pages, readable } from './site.mjs';

const POST = pages.find(({ path }) => path === 'tin-tuc/hai-ngay-dang-nho/index.html');

const CITATION = 'Hai ngày đáng nhớ trong Tháng hành động. Nguồn: Nhóm nội dung trang mẫu Bangtin, '
  + '20/11/2024. https://thang-hanh-dong.example/tin-tuc/hai-ngay-dang-nho/';

/** What the clipboard holds after a paste into a window of its own, as text and as HTML. */
async function pasted(window) {
  const other = await window.context().newPage();
  await other.setContent('<textarea></textarea><div contenteditable="true">x</div>');
  await other.focus('textarea');
  await other.keyboard.press('Control+V');
  await other.evaluate(() => {
    document.querySelector('div').addEventListener('paste', (event) => {
      document.body.dataset.html = event.clipboardData.getData('text/html');
    });
  });
  await other.focus('div');
  await other.keyboard.press('Control+V');
  return {
    text: await other.inputValue('textarea'),
    html: await other.evaluate(() => document.body.dataset.html),
  };
}

async function isCopied(window) {
  await window.click('.reuse-page summary');
  await window.getByRole('button', { name: 'Sao chép kèm nguồn' }).click();
  await window.getByRole('status').filter({ hasText: 'Đã chép.' }).waitFor();
  const { text, html } = await pasted(window);
  assert.ok(text.trimEnd().endsWith(CITATION), text);
  assert.ok(text.startsWith('Hai ngày đáng nhớ'), text);
  assert.equal(text.split('Nguồn:').length, 2, 'the source once');
  assert.ok(!text.includes('Sao chép kèm nguồn') && !text.includes('Chữ to'), text);
  assert.match(html, /<a href="https:\/\/thang-hanh-dong\.example\/tin-tuc\/hai-ngay-dang-nho\/">/);
  assert.ok(!/ (class|id|src|href)="(?!https?:)/.test(html), html);
}

describe('a page is copied with its source', () => {
  test('from a server', () => inFreshWindow({}, async (window) => {
    await window.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.goto(webAddress(POST));
    await isCopied(window);
  }));

  test('from a USB stick', () => inFreshWindow({}, async (window) => {
    await window.goto(fileAddress(POST));
    await isCopied(window);
  }));

  test('where the browser has no clipboard of its own', () => inFreshWindow({}, async (window) => {
    await window.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await window.goto(webAddress(POST));
    await isCopied(window);
  }));
});

test('what cannot be copied is said', () => inFreshWindow({}, async (window) => {
  await window.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await window.goto(webAddress(POST));
  await window.click('.reuse-page summary');
  await window.getByRole('button', { name: 'Sao chép kèm nguồn' }).click();
  await window.getByRole('status').filter({ hasText: 'Chưa chép được' }).waitFor();
}));

test('without a script the line is there to select, and no button', () => (
  inFreshWindow({ javaScriptEnabled: false }, async (window) => {
    await window.goto(fileAddress(POST));
    await window.click('.reuse-page summary');
    assert.equal((await window.locator('[data-citation]').innerText()).trim(), CITATION);
    assert.equal(await window.locator('.reuse-page button').isVisible(), false);
  })
));

test('it is not printed', () => inFreshWindow({}, async (window) => {
  await window.goto(webAddress(POST));
  await window.emulateMedia({ media: 'print' });
  assert.equal(await window.locator('.reuse-page').isVisible(), false);
}));

describe('only news, pages and materials have it, and none that are sensitive', AT_ONCE, () => {
  const kinds = readable.filter(({ html }) => html.includes('data-copy'));
  test('each kind that should', () => {
    const own = new Set(kinds.map(({ kind }) => kind));
    // A book holds what its chapters hold, and shows neither on screen nor on paper what is
    // not for printing.
    own.delete('book');
    assert.deepEqual([...own].sort(), ['material', 'page', 'post']);
  });
  test('no page with a way out', () => {
    assert.deepEqual(kinds.filter(({ html }) => html.includes('data-exit')), []);
  });
});
