// Every link inside the site leads somewhere, also from a USB stick, and every page is linked.

import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { inFreshWindow } from './browser.mjs';
import { webAddress } from './server.mjs';
import { fileAddress, folder, linked, redirects } from './site.mjs';

/** Where the links of the page in a window lead, and the names of the places in it. */
function linksAndPlaces(window) {
  return window.evaluate(() => ({
    links: [...document.querySelectorAll('a[href], area[href]')].map((link) => link.href),
    places: [...document.querySelectorAll('[id]')].map((element) => element.id),
  }));
}

/** What is wrong with the file at an address, or nothing. */
function fault(address) {
  const file = fileURLToPath(address);
  if (path.relative(folder, file).startsWith('..')) return 'is not in the site';
  if (!existsSync(file)) return 'is no file';
  // A browser shows a listing of the folder, not its front page.
  if (statSync(file).isDirectory()) return 'is a folder';
  return null;
}

/**
 * Follows every link from the front page: the places of each page that it comes to, by the
 * page's address, and every link that it met, with the page where it stands.
 */
async function crawl(window) {
  const waiting = [fileAddress({ path: 'index.html' })];
  const placesOf = new Map();
  const met = [];
  for (const address of waiting) {
    if (placesOf.has(address) || fault(address)) continue;
    await window.goto(address);
    const { links, places } = await linksAndPlaces(window);
    placesOf.set(address, places);
    for (const href of links.filter((link) => link.startsWith('file:'))) {
      const [to, place] = href.split('#');
      met.push({ from: address, href, to, place });
      if (to.endsWith('.html')) waiting.push(to);
    }
  }
  return { placesOf, met };
}

describe('links from the front page', () => {
  let met;
  let placesOf;
  before(async () => {
    ({ met, placesOf } = await inFreshWindow({}, crawl));
  });

  test('each leads to a file of the site', () => {
    const wrong = met.filter(({ to }) => fault(to));
    assert.deepEqual(wrong.map(({ from, href, to }) => `${from}: ${href} ${fault(to)}`), []);
  });

  test('each that names a place leads to one', () => {
    const wrong = met.filter(({ to, place }) => place && !placesOf.get(to)?.includes(place));
    assert.deepEqual(wrong.map(({ from, href }) => `${from}: ${href}`), []);
  });

  test('together they lead to every page', () => {
    const lost = linked.filter((page) => !placesOf.has(fileAddress(page)));
    assert.deepEqual(lost.map((page) => page.path), []);
  });
});

describe('an old address leads to a page', () => {
  for (const page of redirects) {
    test(page.path, () => inFreshWindow({}, async (window) => {
      for (const address of [fileAddress(page), webAddress(page)]) {
        await window.goto(address);
        await window.waitForSelector('body[class]');
        assert.notEqual(window.url(), address);
      }
    }));
  }
});
