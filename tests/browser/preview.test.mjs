// What `bangtin serve` shows beside a page: it tells of the page and leaves it alone.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { DESKTOP, inFreshWindow } from './browser.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'bangtin-preview-'));

/** The program, which stands where cargo has built it for the other tests. */
function program(...words) {
  return ['cargo', ['run', '--quiet', '--locked', '--', ...words, '--lang', 'en'], { cwd: repository }];
}

const site = path.join(folder, 'site');
execFileSync(...program('init', site));

const long = Array.from({ length: 80 }, (_, at) => `Paragraph ${at}.\n`).join('\n');

/** Writes the page that the tests look at. */
function write(words, front = '') {
  const head = `---\ntitle: Long\nslug: long\n${front}---\n\n${words}\n\n<script>x</script>\n\n`;
  const more = '<details>\n<summary>More</summary>\n\nHidden.\n\n</details>\n\n';
  writeFileSync(path.join(site, 'content/long.md'), `${head}${more}${long}`);
}
write('First.');

const serving = spawn(...program('serve', '--drafts', '--port', '0', '--root', site));
after(() => {
  serving.kill();
  rmSync(folder, { recursive: true, force: true });
});
const home = await new Promise((told) => {
  serving.stdout.once('data', (line) => told(line.toString().trim()));
});
const address = `${home}long/`;

const bar = (window) => window.locator('bangtin-preview .bar');
const errors = (window) => window.locator('bangtin-preview .errors');

/** Looks at the page once its bar is there. */
function looking(options, use) {
  return inFreshWindow(options, async (window) => {
    await window.goto(address);
    await bar(window).waitFor();
    return use(window);
  });
}

test('the bar moves nothing and is not printed', async () => {
  await looking({}, async (window) => {
    const boxes = () => window.$$eval('body, body *', (all) => all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.tagName, x, y, width, height].join(' ');
    }));
    const beside = await boxes();
    assert.equal(await window.$eval('body', (body) => body.querySelector('bangtin-preview')), null);
    await window.emulateMedia({ media: 'print' });
    assert.equal(await bar(window).isVisible(), false);
    await window.emulateMedia({ media: 'screen' });
    await window.$eval('bangtin-preview', (host) => host.remove());
    assert.deepEqual(await boxes(), beside);
  });
});

test('the bar is opened and closed with the keyboard, and stays closed', async () => {
  await looking({}, async (window) => {
    const summary = bar(window).locator('summary');
    assert.match(await summary.innerText(), /1 warning/);
    await summary.focus();
    await window.keyboard.press('Enter');
    assert.match(await bar(window).locator('li').innerText(), /content\/long\.md:8:1/);
    await window.keyboard.press('Escape');
    assert.equal(await bar(window).locator('li').isVisible(), false);
    await bar(window).locator('#close-bar').focus();
    await window.keyboard.press('Enter');
    assert.equal(await bar(window).count(), 0);
    await window.goto(home);
    await window.locator('bangtin-preview').waitFor({ state: 'attached' });
    await window.goto(address);
    await window.locator('bangtin-preview .dock').waitFor({ state: 'attached' });
    assert.equal(await bar(window).count(), 0);
  });
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [DESKTOP, { width: 320, height: 640 }]) {
    test(`the bar can be read in ${colorScheme} colours, ${viewport.width} wide`, async () => {
      await looking({ colorScheme, viewport }, async (window) => {
        await bar(window).locator('summary').click();
        await window.evaluate(axe);
        const { violations } = await window.evaluate(() => (
          globalThis.axe.run({ include: [['bangtin-preview']] }, { rules: { region: { enabled: false } } })
        ));
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
        const wide = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `the page is ${wide} wider than the window`);
      });
    });
  }
}

test('an edit leaves the reader where he is, and an error comes and goes', async () => {
  await looking({}, async (window) => {
    const more = window.getByText('More', { exact: true });
    await more.click();
    assert.equal(await window.getByText('Hidden.').isVisible(), true);
    await window.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
    write('Second.', 'draft: true\n');
    await window.getByText('Second.').waitFor({ state: 'attached' });
    await bar(window).getByText('draft', { exact: true }).waitFor();
    assert.equal(await window.evaluate(() => scrollY), 700);
    assert.equal(await window.getByText('Hidden.').isVisible(), true, 'what was open is closed');
    assert.equal(await more.evaluate((one) => one === document.activeElement), true, 'the focus is lost');
    write('Third. [x](@/none.md)');
    await errors(window).waitFor();
    assert.match(await errors(window).innerText(), /\(1\)[^]*content\/long\.md[^]*B301/);
    assert.equal(await window.getByText('Second.').count(), 1);
    await errors(window).getByText('Close').click();
    assert.equal(await errors(window).count(), 0);
    write('Fourth.');
    await window.getByText('Fourth.').waitFor({ state: 'attached' });
  });
});

test('an edit of another page leaves this one as it is', async () => {
  await looking({}, async (window) => {
    await window.evaluate(() => { globalThis.isStillHere = true; });
    writeFileSync(path.join(site, 'content/other.md'), '---\ntitle: O\nslug: other\n---\n\n[x](@/none.md)\n');
    await errors(window).waitFor();
    writeFileSync(path.join(site, 'content/other.md'), '---\ntitle: O\nslug: other\n---\n\nWords.\n');
    await errors(window).waitFor({ state: 'detached' });
    const other = await window.request.get(`${home}other/`);
    assert.equal(other.status(), 200);
    assert.equal(await window.evaluate(() => globalThis.isStillHere), true);
  });
});
