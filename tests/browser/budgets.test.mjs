// What a page costs someone on a slow line: compressed as a web server does it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { folder, pages } from './site.mjs';

/** The kinds that people open most. */
const KINDS = ['home', 'post', 'schedule'];

/** The most that a page may take, in bytes. */
const BUDGETS = { html: 20 * 1024, css: 14 * 1024, js: 10 * 1024 };

function compressed(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

/** The size of all files together that a page names in this way. */
function sizeOf(page, pattern) {
  const names = new Set([...page.html.matchAll(pattern)].map((match) => match[1]));
  assert.notEqual(names.size, 0, `${page.path} names a file by ${pattern}`);
  const files = [...names].map((name) => path.join(folder, path.dirname(page.path), name));
  return files.reduce((sum, file) => sum + compressed(readFileSync(file)), 0);
}

describe('a page is light', () => {
  for (const page of pages.filter(({ kind }) => KINDS.includes(kind))) {
    test(page.path, () => {
      const sizes = {
        html: compressed(page.html),
        css: sizeOf(page, /<link rel="stylesheet" href="([^"]+)"/g),
        js: sizeOf(page, /<script src="([^"]+)"/g),
      };
      const heavy = Object.keys(BUDGETS).filter((part) => sizes[part] > BUDGETS[part]);
      assert.deepEqual(heavy, [], JSON.stringify(sizes));
    });
  }
});
