// What the search of a page finds.

import assert from 'node:assert/strict';

import { plainly } from './typing.mjs';

/** Searches, and gives the addresses of the first results from the root of the site. */
export async function search(window, typed) {
  await window.fill('[data-search]', typed);
  await window.press('[data-search]', 'Enter');
  await window.waitForSelector('.results:not([aria-busy])');
  return window.locator('.results ol a').evaluateAll((links) => {
    const root = new URL(document.querySelector('[data-search]').dataset.root, location.href).href;
    return links.map((link) => link.href.slice(root.length).replace(/index\.html$/, ''));
  });
}

/**
 * Types each text in one way and expects one of its addresses among the first three results; where
 * none is named, no page about traces. Gives how many texts it typed: a way types those that it changes.
 */
export async function assertFound(window, queries, typing) {
  const missing = [];
  let typed = 0;
  for (const [text, paths] of Object.entries(queries)) {
    if (typing !== plainly && typing(text) === text) continue;
    typed += 1;
    const found = (await search(window, typing(text))).slice(0, 3);
    const right = [paths].flat();
    const isRight = paths === null ? found.every((own) => !own.includes('trace')) : right.some((own) => found.includes(own));
    if (!isRight) missing.push(`${typing(text)}: ${found.join(', ')}, not ${right.slice(0, 3)}`);
  }
  assert.deepEqual(missing, []);
  return typed;
}
