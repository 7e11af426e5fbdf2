// Every page keeps WCAG 2.2 AA and good practice, as far as axe-core can judge.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';

import { AT_ONCE, DESKTOP, inFreshWindow, NARROW, stayAt, windows } from './browser.mjs';
import { webAddress } from './server.mjs';
import { longest, readable, redirects } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // The one rule of WCAG 2.2 leaves itself out unless it is asked for.
  rules: { 'target-size': { enabled: true } },
};

/** What axe-core finds wrong with the page in a window: a line for each rule and its elements. */
async function violations(window) {
  await window.evaluate(axe);
  const found = await window.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
  return found.violations.map((violation) => {
    const elements = violation.nodes.map((node) => node.target.join(' '));
    return `${violation.id}: ${violation.help}: ${elements.join(', ')}`;
  });
}

async function isAccessible(window) {
  assert.deepEqual(await violations(window), []);
}

function areAccessible(name, pages, options) {
  describe(`accessibility ${name}`, AT_ONCE, () => {
    const inWindow = windows(options);
    for (const page of pages) {
      test(page.path, () => inWindow(webAddress(page), isAccessible));
    }
  });
}

areAccessible('of every page', readable, { viewport: DESKTOP });
areAccessible('in a narrow window', longest, { viewport: NARROW });
areAccessible('in the dark', longest, { colorScheme: 'dark' });

describe('accessibility of redirects', AT_ONCE, () => {
  for (const page of redirects) {
    test(page.path, () => inFreshWindow({}, async (window) => {
      await stayAt(webAddress(page), window);
      await isAccessible(window);
    }));
  }
});

test('axe-core sees a picture that says nothing and buttons that are too small', async () => {
  await inFreshWindow({}, async (window) => {
    await window.goto(webAddress(readable[0]));
    await window.evaluate(() => {
      const main = document.querySelector('main');
      main.append(new Image());
      main.insertAdjacentHTML('beforeend', '<p><button>a</button><button>b</button></p>');
    });
    const rules = (await violations(window)).map((line) => line.split(':')[0]);
    assert.ok(rules.includes('image-alt'), rules.join());
    assert.ok(rules.includes('target-size'), rules.join());
  });
});
