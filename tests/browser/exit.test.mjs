// The way out of sensitive pages: at once, by link or by keys, and never by mistake.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow } from './browser.mjs';
import { fileAddress, pages } from './site.mjs';

const sensitive = pages.filter(({ html }) => html.includes('data-exit '));
const help = sensitive.find((page) => page.path === 'tro-giup/index.html');
const away = fileAddress(pages.find((page) => page.path === 'x/index.html'));

/** Loads the page for help and says where it leads after `use`. */
function after(use, options = {}) {
  return inFreshWindow(options, async (window) => {
    await window.goto(fileAddress(help));
    await use(window);
    await window.waitForTimeout(300);
    return window.url();
  });
}

async function press(window, ...keys) {
  for (const key of keys) await window.keyboard.press(key);
}

test('there are sensitive pages in both languages', () => {
  assert.ok(help);
  for (const language of ['vi', 'en']) {
    assert.ok(sensitive.some((page) => page.language === language), language);
  }
});

describe('people leave', AT_ONCE, () => {
  test('by the button', async () => {
    assert.equal(await after((window) => window.click('.exit-button')), away);
  });
  test('by the second stop of the keyboard', async () => {
    assert.equal(await after((window) => press(window, 'Tab', 'Tab', 'Enter')), away);
  });
  test('by three presses of Shift', async () => {
    assert.equal(await after((window) => press(window, 'Shift', 'Shift', 'Shift')), away);
  });
  test('and the page is not behind them', async () => {
    const before = await inFreshWindow({}, async (window) => {
      await window.goto('about:blank');
      await window.goto(fileAddress(help));
      await window.click('.exit-button');
      await window.waitForURL(away);
      await window.goBack();
      return window.url();
    });
    assert.equal(before, 'about:blank');
  });
});

describe('nobody leaves by mistake', AT_ONCE, () => {
  const mistakes = {
    'two presses': (window) => press(window, 'Shift', 'Shift'),
    'Escape three times': (window) => press(window, 'Escape', 'Escape', 'Escape'),
    'capital letters': (window) => press(window, 'Shift+A', 'Shift+B', 'Shift+C', 'Shift+D'),
    'a letter in between': (window) => press(window, 'Shift', 'Shift', 'a', 'Shift'),
    'Shift with Control': (window) => press(
      window, 'Control+Shift', 'Control+Shift', 'Control+Shift',
    ),
    'one press held down': async (window) => {
      for (let i = 0; i < 5; i += 1) await window.keyboard.down('Shift');
      await window.keyboard.up('Shift');
    },
    'presses that are far apart': async (window) => {
      await press(window, 'Shift', 'Shift');
      await window.waitForTimeout(5200);
      await press(window, 'Shift');
    },
  };
  for (const [name, mistake] of Object.entries(mistakes)) {
    test(name, async () => assert.equal(await after(mistake), fileAddress(help)));
  }
});

test('without a script both links lead to another site', async () => {
  await inFreshWindow({ javaScriptEnabled: false }, async (window) => {
    await window.goto(fileAddress(help));
    const links = await window.locator('[data-exit]').evaluateAll(
      (all) => all.map((link) => link.href),
    );
    assert.equal(links.length, 2);
    for (const link of links) assert.match(link, /^https:\/\//);
  });
});

test('a page that comes back from the cache is not covered', async () => {
  await inFreshWindow({}, async (window) => {
    await window.goto(fileAddress(help));
    await window.evaluate(() => {
      document.documentElement.classList.add('leaving');
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    assert.ok(await window.locator('main').isVisible());
  });
});

test('nothing of it is printed', async () => {
  await inFreshWindow({}, async (window) => {
    await window.emulateMedia({ media: 'print' });
    await window.goto(fileAddress(help));
    for (const part of ['.exit-button', '.exit-note', '[data-exit].skip']) {
      assert.ok(!(await window.locator(part).first().isVisible()), part);
    }
  });
});
