// A page asks for nothing outside its own site, gets all it asks for, and complains of nothing.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { AT_ONCE, inFreshWindow } from './browser.mjs';
import { base, webAddress } from './server.mjs';
import { fileAddress, folder, longest, readable } from './site.mjs';

const ON_DISK = `${pathToFileURL(folder).href}/`;

/**
 * Calls `use` with a window; gives back all that went wrong in it until its scripts had ended.
 * The window must be a fresh one: what a page asks for last, its icon, may come after the next page.
 */
async function faults(window, site, use) {
  const found = [];
  window.on('request', (request) => {
    const isOwn = request.url().startsWith(site) || request.url().startsWith('data:');
    if (!isOwn) found.push(`asks for ${request.url()}`);
  });
  window.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()} for ${response.url()}`);
  });
  window.on('requestfailed', (request) => found.push(`no answer for ${request.url()}`));
  window.on('pageerror', (error) => found.push(`throws ${error.message}`));
  window.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(`says ${message.text()}`);
  });
  await use(window);
  await window.evaluate(() => new Promise((ended) => { setTimeout(ended); }));
  return found;
}

function areAtPeace(name, pages, addressOf, siteOf) {
  describe(name, AT_ONCE, () => {
    for (const page of pages) {
      test(page.path, () => inFreshWindow({}, async (window) => {
        const load = () => window.goto(addressOf(page));
        assert.deepEqual(await faults(window, siteOf(page), load), []);
      }));
    }
  });
}

areAtPeace('pages on a server ask only for their own files', readable, webAddress, base);

// From a disk the same pages ask for the same files, so that one of each kind is enough; the one
// for missing pages is for servers only, as its links begin with the site's own address.
const onDisk = longest.filter(({ kind }) => kind !== 'not_found');
areAtPeace('pages on a USB stick ask only for their own files', onDisk, fileAddress, () => ON_DISK);

test('a request that leaves the site, finds nothing or fails is seen', async () => {
  await inFreshWindow({}, async (window) => {
    const page = readable[0];
    const found = await faults(window, base(page), async () => {
      await window.goto(webAddress(page));
      await window.evaluate(async () => {
        await fetch('/a/b/nowhere').catch(() => {});
        await fetch('https://elsewhere.example/').catch(() => {});
        setTimeout(() => { throw new Error('broken'); });
        await new Promise((later) => { setTimeout(later); });
      });
    });
    const said = found.join('\n');
    assert.match(said, /^404 for http/m);
    assert.match(said, /elsewhere\.example/m);
    assert.match(said, /^throws broken/m);
  });
});
