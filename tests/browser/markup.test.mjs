// Every page is valid HTML, as far as the Nu Html Checker can judge.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { folder } from './site.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** The errors in the HTML files of a folder, one a line: file, place, what is wrong. */
function errors(checked) {
  const options = ['--errors-only', '--skip-non-html', '--format', 'gnu'];
  return new Promise((resolve, reject) => {
    // Deeply nested pages need more than Java's own stack.
    execFile('java', ['-Xss1m', '-jar', jar, ...options, checked], (failure, _, said) => {
      // It ends with 1 when it has found errors; with no word of them it has itself failed.
      if (failure && said === '') reject(failure);
      else resolve(said);
    });
  });
}

test('every page is valid HTML', async () => {
  assert.equal(await errors(folder), '');
});

test('the checker sees an element that is never closed', async () => {
  const wrong = mkdtempSync(path.join(tmpdir(), 'bangtin-markup-'));
  try {
    const html = '<!DOCTYPE html><html lang="vi"><title>a</title><p><b>b';
    writeFileSync(path.join(wrong, 'index.html'), html);
    assert.match(await errors(wrong), /index\.html.*Unclosed element .b./s);
  } finally {
    rmSync(wrong, { recursive: true });
  }
});
