// Writes `docs/patterns.en.md` and `docs/mau.vi.md` with a picture of every component and block:
//   npm --prefix tests/browser ci && node docs/patterns/make.mjs

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { BLOCKS, COMPONENTS } from './patterns.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(path.join(repository, 'tests/browser/make.mjs'));
const { chromium } = require('playwright-core');

const NOW = '2026-11-29T09:00:00+07:00';
const HOUSE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 90" width="240" height="180">'
  + '<g stroke="#2a1626" stroke-width="3" stroke-linejoin="round"><path fill="#f5e3bf" d="M25 42h70v42H25z"/>'
  + '<path fill="#7a1f5c" d="M15 44 60 10l45 34z"/><path fill="#1f6f68" d="M52 58h18v26H52z"/></g></svg>\n';
const DATA = {
  'agencies.yaml': 'so-noi-vu: { name: Sở Nội vụ }\n',
  'campaigns.yaml': 'thang: { name: Tháng hành động vì bình đẳng giới }\n',
  'glossary.yaml': 'dia-chi: { term: địa chỉ tin cậy, meaning: nơi người bị bạo lực đến được ngay. }\n',
  'hotlines.yaml': 'a: { number: "113", name: Công an, when: Đang nguy hiểm, verified: 2026-11-01 }\n'
    + 'b: { number: "111", name: Tổng đài bảo vệ trẻ em, when: Trẻ em bị hại, free: true, verified: 2026-11-01 }\n'
    + 'c: { number: "115", name: Cấp cứu, when: Có người bị thương, verified: 2026-11-01 }\n',
};

const folder = mkdtempSync(path.join(tmpdir(), 'bangtin-patterns-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Builds a site into a folder of its own. */
function build(root, output) {
  execFileSync('cargo', [
    ...['run', '--quiet', '--locked', '--', 'build', '--quiet', '--now', NOW],
    ...['--root', root, '--output-dir', output],
  ], { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A site with a page for each component. */
function components() {
  const root = path.join(folder, 'site');
  const put = (name, text) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  put('site.yaml', 'title: Mẫu\ntheme: civic\n');
  put('content/_index.md', '---\ntitle: Mẫu\n---\n');
  put('content/help.md', '---\ntitle: Trợ giúp\n---\n');
  for (const [name, text] of Object.entries(DATA)) put(`content/_data/${name}`, text);
  for (const [name, , , markdown] of COMPONENTS) {
    put(`content/${name}/index.md`, `---\ntitle: ${name}\nslug: ${name}\n---\n\n${markdown}\n`);
    put(`content/${name}/nha.svg`, HOUSE);
    put(`content/${name}/to-roi.svg`, HOUSE);
  }
  const output = path.join(folder, 'components');
  build(root, output);
  return output;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'],
});
const context = await browser.newContext({
  viewport: { width: 420, height: 800 }, timezoneId: 'Asia/Ho_Chi_Minh',
});
const window = await context.newPage();
await window.clock.setFixedTime(new Date(NOW));

/** Takes the picture of an element of a page. */
async function shoot(name, file, selector) {
  await window.goto(pathToFileURL(file).href);
  for (const image of await window.locator('img').all()) {
    await image.evaluate((own) => { own.loading = 'eager'; });
  }
  await window.waitForLoadState('networkidle');
  await window.locator(selector).first().screenshot({
    path: path.join(here, `${name}.png`), animations: 'disabled',
  });
}

const made = components();
for (const [name] of COMPONENTS) await shoot(name, path.join(made, name, 'index.html'), '.body');
const sample = path.join(folder, 'sample');
build(repository, sample);
for (const [name, , , page, selector] of BLOCKS) await shoot(name, path.join(sample, page), selector);
await browser.close();

/** One document: its title, its words, and which of the two languages it takes. */
function write(file, title, [lead, ofComponents, ofBlocks, alt], language) {
  const parts = COMPONENTS.map((own) => `### \`${own[0]}\`\n\n${own[language]}.\n\n`
    + `\`\`\`\`markdown\n${own[3]}\n\`\`\`\`\n\n![${alt} ${own[0]}](patterns/${own[0]}.png)\n`);
  const blocks = BLOCKS.map((own) => `### ${own[language]}\n\n![${alt} ${own[0]}](patterns/${own[0]}.png)\n`);
  const text = [`# ${title}\n`, `${lead}\n`, `## ${ofComponents}\n`, ...parts, `## ${ofBlocks}\n`, ...blocks];
  writeFileSync(path.join(repository, 'docs', file), text.join('\n'));
}

write('patterns.en.md', 'Patterns of the theme `civic`', [
  'Every component that a text may use, and every block of the pages, as a telephone shows them. `node docs/patterns/make.mjs` makes this page anew.',
  'Components', 'Blocks', 'A picture of',
], 1);
write('mau.vi.md', 'Các mẫu của giao diện `civic`', [
  'Mọi khối dùng được trong bài, và mọi khối của trang, như hiện trên điện thoại. Lệnh `node docs/patterns/make.mjs` tạo lại trang này.',
  'Thành phần', 'Các khối', 'Hình',
], 2);
