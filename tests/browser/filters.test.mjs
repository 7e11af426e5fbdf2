// What is found can be narrowed to one kind, and events to those that come or are over.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, inFreshWindow } from './browser.mjs';
import { search } from './found.mjs';
import { webAddress } from './server.mjs';
import { pages } from './site.mjs';

const SEARCH = pages.find(({ path }) => path === 'tim-kiem/index.html');
const HOME = pages.find(({ path }) => path === 'index.html');

const on = (page, use, options = {}) => (
  inFreshWindow({ viewport: DESKTOP, timezoneId: 'Asia/Ho_Chi_Minh', ...options }, async (window) => {
    await window.clock.setFixedTime(new Date('2026-11-20T10:00:00+07:00'));
    await window.goto(webAddress(page));
    return use(window);
  })
);

const buttons = (window) => window.locator('.results [role=group] button');
const status = (window) => window.locator('.results [role=status]').innerText();
const pressed = (window) => buttons(window).evaluateAll((all) => (
  all.filter((own) => own.getAttribute('aria-pressed') === 'true').map((own) => own.textContent)
));

/** The number in a text such as “Tin (12)”. */
const count = (text) => Number(text.match(/\d+/)[0]);

test('results of several kinds have a button for each, and show one kind alone', () => (
  on(SEARCH, async (window) => {
    await search(window, 'bạo lực');
    const whole = count(await status(window));
    const [all, ...kinds] = await buttons(window).allInnerTexts();
    assert.equal(all, 'Tất cả');
    assert.ok(kinds.length > 2, kinds.join());
    assert.equal(kinds.map(count).reduce((sum, own) => sum + own), whole, 'each result is of one kind');
    assert.deepEqual(await pressed(window), ['Tất cả']);
    for (const kind of kinds) {
      await buttons(window).filter({ hasText: kind }).click();
      const name = kind.replace(/ \(\d+\)$/, '');
      assert.equal(await status(window), `${name}: Tìm thấy ${count(kind)} kết quả.`);
      assert.deepEqual(await pressed(window), [kind]);
      const shown = await window.locator('.results .kind').allInnerTexts();
      assert.equal(shown.length, Math.min(count(kind), 10), kind);
      if (!name.startsWith('Sự kiện')) assert.ok(shown.every((own) => own.startsWith(name)), `${kind}: ${shown}`);
    }
    // Pressed again it lets all be seen.
    await buttons(window).filter({ hasText: kinds.at(-1) }).click();
    assert.equal(count(await status(window)), whole);
  })
));

test('events that come and those that are over can be told apart', () => on(SEARCH, async (window) => {
  await search(window, 'thi');
  const texts = await buttons(window).allInnerTexts();
  for (const [name, isRight] of [['Sự kiện sắp tới', (day) => day >= 20261120], ['Sự kiện đã qua', (day) => day < 20261120]]) {
    assert.ok(texts.some((own) => own.startsWith(name)), `${name}: ${texts}`);
    await buttons(window).filter({ hasText: name }).click();
    const kinds = await window.locator('.results .kind').allInnerTexts();
    assert.ok(kinds.length > 0);
    for (const kind of kinds) {
      assert.match(kind, /^Sự kiện · .*\d{4}/, 'an event says when it is');
      const [day, month, year] = kind.match(/\d+\/\d+\/\d{4}/g).at(-1).split('/').map((own) => own.padStart(2, '0'));
      assert.ok(isRight(Number(year + month + day)), `${name}: ${kind}`);
    }
  }
}));

test('numbers to call stand above the buttons', () => on(SEARCH, async (window) => {
  await search(window, 'bạo lực');
  const [help, group] = ['.help', '[role=group]'].map((own) => window.locator(`.results ${own}`).boundingBox());
  assert.ok((await help).y < (await group).y);
}));

test('an event says where it is', () => on(SEARCH, async (window) => {
  await search(window, 'quảng trường Hoa Sen');
  const kinds = await window.locator('.results .kind').allInnerTexts();
  assert.ok(kinds.some((own) => /^Sự kiện · .* · Quảng trường Hoa Sen$/.test(own)), kinds.join('; '));
}));

test('results of one kind have no buttons, and a choice ends with what was searched', () => (
  on(SEARCH, async (window) => {
    await search(window, 'bạo lực');
    await buttons(window).filter({ hasText: /^Tin / }).click();
    await search(window, '93/KH-UBND zz');
    await search(window, 'chính sách phòng ngừa');
    assert.ok(!(await status(window)).startsWith('Tin:') || (await pressed(window))[0].startsWith('Tin'));
    await search(window, '1900 969 680');
    assert.equal(await window.locator('.results [role=group]').isVisible(), (await buttons(window).count()) > 2);
    await search(window, 'zzqqxx');
    assert.equal(await window.locator('.results [role=group]').isVisible(), false);
  })
));

test('the keyboard presses them and stays where it is', () => on(HOME, async (window) => {
  await window.focus('[data-search]');
  await search(window, 'bạo lực');
  await buttons(window).nth(1).focus();
  const text = await buttons(window).nth(1).innerText();
  await window.keyboard.press('Enter');
  assert.deepEqual(await pressed(window), [text]);
  assert.equal(await window.evaluate(() => document.activeElement.textContent), text);
  await window.keyboard.press('Shift+Tab');
  await window.keyboard.press('Space');
  assert.deepEqual(await pressed(window), ['Tất cả']);
}));

test('nothing is cut off on the narrowest screen', () => on(SEARCH, async (window) => {
  await search(window, 'bạo lực');
  const [width, wide] = await window.evaluate(() => [
    document.documentElement.scrollWidth,
    [...document.querySelectorAll('.results *')].filter((own) => own.getBoundingClientRect().right > innerWidth).length,
  ]);
  assert.deepEqual([width, wide], [320, 0]);
  const small = await buttons(window).evaluateAll((all) => (
    all.map((own) => own.getBoundingClientRect()).filter((box) => box.height < 24 || box.width < 24).length
  ));
  assert.equal(small, 0);
}, { viewport: { width: 320, height: 640 } }));
