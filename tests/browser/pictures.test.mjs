// Pictures on a dark ground: what was drawn for white paper can be read, and a photograph has no
// frame that nobody drew.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { AT_ONCE, inFreshWindow } from './browser.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">'
  + '<path d="M5 15H55" stroke="#000" stroke-width="6"/></svg>';

const PAGE = `---
title: Hình
kind: post
image: upright.jpg
image_alt: Ngôi nhà
---

![Dấu](seal.png)

![Sơ đồ](so-do.svg)

![Ảnh](upright.jpg)

{{ figure(src="./so-do.svg", alt="Sơ đồ", caption="Sơ đồ") }}

<img src="so-do.svg" alt="Sơ đồ">
`;

/** A site whose one page shows each kind of picture, built into a folder of its own. */
function builtSite() {
  const root = mkdtempSync(path.join(tmpdir(), 'bangtin-pictures-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const content = path.join(root, 'content');
  mkdirSync(path.join(content, 'hinh'), { recursive: true });
  writeFileSync(path.join(root, 'site.yaml'), 'title: Hình\ntheme: civic\n');
  writeFileSync(path.join(content, '_index.md'), '---\ntitle: Trang đầu\n---\n');
  writeFileSync(path.join(content, 'hinh', 'index.md'), PAGE);
  writeFileSync(path.join(content, 'hinh', 'so-do.svg'), DRAWING);
  for (const name of ['seal.png', 'upright.jpg']) {
    copyFileSync(
      path.join(repository, 'tests/pictures', name), path.join(content, 'hinh', name),
    );
  }
  execFileSync('cargo', [
    ...['run', '--quiet', '--locked', '--', 'build', '--quiet', '--root', root],
  ], { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
  return path.join(root, 'public');
}

const page = pathToFileURL(path.join(builtSite(), 'hinh', 'index.html')).href;

/** Every picture of the text: its file, how light its ground and its words are, from 0 to 1. */
function picturesIn(window) {
  return window.evaluate(async () => {
    const lightness = (colour) => {
      const [red, green, blue, through = 1] = colour.match(/[\d.]+/g).map(Number);
      return through === 0 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    };
    const images = [...document.querySelectorAll('main img')];
    images.forEach((image) => { image.loading = 'eager'; });
    await Promise.all(images.map((image) => image.decode()));
    return images.map((image) => {
      const { backgroundColor, color } = getComputedStyle(image);
      const file = image.currentSrc.split('/').at(-1);
      return { file, ground: lightness(backgroundColor), words: lightness(color) };
    });
  });
}

describe('pictures in the light and in the dark', AT_ONCE, () => {
  test('in the dark a drawing stands on a light ground, a photograph on none', async () => {
    await inFreshWindow({ colorScheme: 'dark' }, async (window) => {
      await window.goto(page);
      const pictures = await picturesIn(window);
      const photographs = pictures.filter(({ file }) => file.startsWith('upright'));
      const drawings = pictures.filter(({ file }) => !file.startsWith('upright'));
      assert.deepEqual([photographs.length, drawings.length], [2, 4], JSON.stringify(pictures));
      for (const { file, ground, words } of drawings) {
        assert.ok(ground > 0.9, `${file}: black lines on ${ground}`);
        assert.ok(words < 0.2, `${file}: words of ${words} where it does not come`);
      }
      for (const { file, ground } of photographs) assert.equal(ground, null, file);
    });
  });

  test('in the light nothing stands behind them', async () => {
    await inFreshWindow({ colorScheme: 'light' }, async (window) => {
      await window.goto(page);
      for (const { file, ground } of await picturesIn(window)) assert.equal(ground, null, file);
    });
  });
});
