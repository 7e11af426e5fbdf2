// A package as a clerk hands it on: unpacked into a folder with spaces and Vietnamese letters and
// opened by a double click, with no network at all.

import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { AT_ONCE, inFreshWindow } from './browser.mjs';
import { unpacked } from './zip.mjs';

const whole = unpacked();
const news = unpacked('tin-tuc', '--language', 'vi');

/** Opens a file of a package in a browser that has no network; tells whatever it asked for. */
function offline(folder, name, use) {
  return inFreshWindow({ offline: true }, async (window) => {
    const asked = [];
    window.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) asked.push(request.url());
    });
    await window.goto(pathToFileURL(path.join(folder, name)).href);
    await use(window);
    assert.deepEqual(asked, [], 'nothing is asked of the network');
  });
}

const at = (folder, name) => pathToFileURL(path.join(folder, name)).href;

async function search(window, typed) {
  await window.fill('[data-search]', typed);
  await window.press('[data-search]', 'Enter');
  await window.waitForSelector('.results:not([aria-busy])');
  return window.locator('.results ol a').evaluateAll((links) => links.map((link) => link.href));
}

describe('the first page leads on', AT_ONCE, () => {
  for (const [folder, name, to] of [
    [whole, 'MỞ-TRANG-NAY.html', 'index.html'],
    [whole, 'OPEN-THIS.html', 'en/index.html'],
    [news, 'MỞ-TRANG-NAY.html', 'tin-tuc/index.html'],
  ]) {
    test(`${name} to ${to}`, () => offline(folder, name, async (window) => {
      await window.waitForURL(at(folder, to));
    }));
  }
  test('and says what to do where it cannot', () => inFreshWindow(
    { javaScriptEnabled: false },
    async (window) => {
      await window.goto(at(news, 'MỞ-TRANG-NAY.html'));
      assert.match(await window.textContent('main'), /giải nén/);
      await window.click('main a');
      assert.equal(window.url(), at(news, 'tin-tuc/index.html'));
    },
  ));
});

describe('the search', AT_ONCE, () => {
  test('finds what is in the whole site', () => offline(whole, 'tim-kiem/index.html', async (window) => {
    const found = await search(window, 'ke hoach 72');
    assert.ok(found.length > 0);
    for (const address of found) assert.ok(address.startsWith(at(whole, '')), address);
  }));
  test('of a part finds what is in it and nothing else', () => offline(news, 'tin-tuc/index.html', async (window) => {
    await window.focus('[data-search]');
    for (const typed of ['viec nha', 'bao luc', 'ke hoach 72', 'cha']) {
      for (const address of await search(window, typed)) {
        assert.ok(address.startsWith(at(news, 'tin-tuc/')), `${typed}: ${address}`);
      }
    }
    const found = await search(window, 'viec nha');
    assert.ok(found.length > 0, 'nothing was found');
    await window.goto(found[0]);
    assert.ok(await window.locator('h1').isVisible());
    assert.doesNotMatch(await window.textContent('h1'), /không có trong gói/);
  }));
});

test('a page that is not in the package says so, and leads back', () => offline(news, 'tin-tuc/index.html', async (window) => {
  await window.goto(at(news, 'ke-hoach/index.html'));
  assert.match(await window.textContent('h1'), /không có trong gói/);
  await window.click('main a');
  assert.equal(window.url(), at(news, 'tin-tuc/index.html'));
}));

describe('the way out needs no network', AT_ONCE, () => {
  for (const [name, leave] of [
    ['by the button', (window) => window.click('.exit-button')],
    ['by three presses of Shift', async (window) => {
      for (let i = 0; i < 3; i += 1) await window.keyboard.press('Shift');
    }],
  ]) {
    test(name, () => offline(whole, 'tro-giup/index.html', async (window) => {
      await leave(window);
      await window.waitForURL(at(whole, 'x/index.html'));
      assert.ok(await window.locator('table').isVisible());
    }));
  }
});
