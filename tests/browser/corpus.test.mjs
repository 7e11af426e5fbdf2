// The search on a site of 2,000 pages: what is looked for is found, from a server and from a disk,
// and little is loaded for it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { AT_ONCE, DESKTOP, inFreshWindow } from './browser.mjs';
import { queries, write } from './corpus.mjs';
import { assertFound, search } from './found.mjs';
import { ENGLISH, VIETNAMESE } from './queries.mjs';
import { SUBFOLDER, serve } from './server.mjs';
import { WAYS, plainly } from './typing.mjs';

const PAGES = 2_000;

const folder = mkdtempSync(path.join(tmpdir(), 'bangtin-corpus-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const site = path.join(folder, 'public');
const made = write(path.join(folder, 'source'), PAGES);
execFileSync('cargo', [
  ...['run', '--quiet', '--locked', '--', 'build', '--quiet'],
  ...['--root', path.join(folder, 'source'), '--output-dir', site],
  ...['--now', '2026-11-20T09:00:00+07:00'],
], { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'ignore', 'inherit'] });

const ASKED = Object.fromEntries(queries(made));
const MOUNTS = {
  http: `${await serve(site)}${SUBFOLDER}tim-kiem/index.html`,
  file: pathToFileURL(path.join(site, 'tim-kiem/index.html')).href,
};

const on = (address, use) => inFreshWindow({ viewport: DESKTOP }, async (window) => {
  await window.goto(address);
  return use(window);
});

test('there are enough queries, and each has a right answer', () => {
  const all = [ASKED, VIETNAMESE, ENGLISH].flatMap((own) => Object.keys(own));
  assert.ok(all.length >= 120, `${all.length}`);
  assert.ok(Object.values(ASKED).every((right) => right.length > 0));
});

describe('the page that is looked for is among the first three of 2,000', AT_ONCE, () => {
  for (const [name, address] of Object.entries(MOUNTS)) {
    for (const [way, typing] of Object.entries(WAYS)) {
      test(`${way}, from ${name}`, () => on(address, async (window) => {
        const typed = await assertFound(window, ASKED, typing);
        assert.ok(typed >= (typing === plainly ? 60 : 10), `only ${typed} are typed in this way`);
      }));
    }
  }
});

test('an old name says what it is now', () => on(MOUNTS.http, async (window) => {
  const { old, name } = made.areas[1];
  for (const typed of [old, old.split(' ').slice(1).join(' ')]) {
    await search(window, typed);
    assert.equal(await window.locator('.results .now').innerText(), `${old} nay là ${name}.`);
  }
}));

describe('the index is light', () => {
  const folder = path.join(site, '_search');
  const sizeOf = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
  const sum = (files) => files.map(sizeOf).reduce((all, size) => all + size, 0);

  test('at most 40 files and 0.4 MB', () => {
    const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
    assert.ok(files.length <= 40, `${files.length} files`);
    const whole = sum(files.map((name) => path.join(folder, name)));
    assert.ok(whole <= 400_000, `${whole} bytes`);
  });

  test('at most 60 kB before the first result', AT_ONCE, () => inFreshWindow({}, async (window) => {
    const heavy = [];
    for (const typed of Object.keys(ASKED)) {
      const files = await loadedForFirst(window, typed);
      const size = sum(files.map((name) => path.join(site, name)));
      if (size > 60_000) heavy.push(`${typed}: ${size} in ${files}`);
    }
    assert.deepEqual(heavy, []);
  }));
});

/** The files of the index that have come when the first result of a query is shown. */
async function loadedForFirst(window, typed) {
  await window.goto(MOUNTS.http);
  await window.waitForFunction(() => globalThis.bangtinSearch?.words);
  await window.evaluate(() => {
    const come = globalThis.bangtinSearch;
    const files = [];
    globalThis.bangtinSearch = (...part) => {
      files.push(document.currentScript.src);
      come(...part);
    };
    new MutationObserver((_, watch) => {
      if (!document.querySelector('.results ol a')) return;
      globalThis.files = [...files];
      watch.disconnect();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await search(window, typed);
  const files = await window.evaluate(() => globalThis.files);
  assert.ok(files.length >= 3, typed);
  const root = MOUNTS.http.replace('tim-kiem/index.html', '');
  return files.map((address) => address.replace(root, '').replace(/\?.*/, ''));
}
