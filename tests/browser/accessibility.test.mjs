// Every page keeps WCAG 2.2 AA and good practice, as far as axe-core can judge.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';

import {
  allowScripts, AT_ONCE, atEachWidth, DESKTOP, inFreshWindow, stayAt, WIDTHS, windows,
} from './browser.mjs';
import { webAddress } from './server.mjs';
import { longest, readable, redirects } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS = {
  resultTypes: ['violations'],
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // The one rule of WCAG 2.2 leaves itself out unless it is asked for.
  rules: { 'target-size': { enabled: true } },
};

/** What axe-core finds wrong with the page in a window: a line for each rule and its elements. */
async function violations(window) {
  if (!await window.evaluate(() => 'axe' in globalThis)) await window.evaluate(axe);
  const found = await window.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
  return found.violations.map((violation) => {
    const elements = violation.nodes.map((node) => node.target.join(' '));
    return `${violation.id}: ${violation.help}: ${elements.join(', ')}`;
  });
}

async function isAccessible(window) {
  assert.deepEqual(await violations(window), []);
}

describe('accessibility of every page', AT_ONCE, () => {
  const inWindow = windows({ viewport: DESKTOP });
  for (const page of readable) {
    test(page.path, () => inWindow(webAddress(page), isAccessible));
  }
});

/** What is wrong with the page at each width, in the light and in the dark. */
async function violationsEverywhere(window) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await window.emulateMedia({ colorScheme });
    const here = await atEachWidth(window, violations);
    found.push(...here.map((line) => `${colorScheme}, ${line}`));
  }
  return found;
}

describe('accessibility at each width, light and dark', AT_ONCE, () => {
  const inWindow = windows({});
  for (const page of longest) {
    test(page.path, () => inWindow(webAddress(page), async (window) => {
      assert.deepEqual(await violationsEverywhere(window), []);
    }));
  }
});

describe('accessibility at each width, light and dark, without JavaScript', AT_ONCE, () => {
  for (const page of longest) {
    test(page.path, () => inFreshWindow({ javaScriptEnabled: false }, async (window) => {
      await window.goto(webAddress(page));
      await allowScripts(window);
      assert.deepEqual(await violationsEverywhere(window), []);
    }));
  }
});

describe('accessibility of redirects', AT_ONCE, () => {
  for (const page of redirects) {
    test(page.path, () => inFreshWindow({}, async (window) => {
      await stayAt(webAddress(page), window);
      await isAccessible(window);
    }));
  }
});

test('axe-core sees what is wrong, with and without JavaScript', async () => {
  for (const javaScriptEnabled of [true, false]) {
    await inFreshWindow({ javaScriptEnabled }, async (window) => {
      await window.goto(webAddress(readable[0]));
      await allowScripts(window);
      await window.evaluate(() => {
        const main = document.querySelector('main');
        main.append(new Image());
        main.insertAdjacentHTML('beforeend', '<p><button>a</button><button>b</button></p>');
        document.querySelector('h1').style.color = '#bbb';
      });
      const found = await violationsEverywhere(window);
      for (const rule of ['image-alt', 'target-size', 'color-contrast']) {
        const ofRule = found.filter((line) => line.includes(rule));
        assert.ok(ofRule.length >= WIDTHS.length, `${rule}: ${found.join('; ')}`);
      }
    });
  }
});
