// The sample site, built once with the debug program into a folder of its own, and its pages.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that holds the built site. */
export const folder = mkdtempSync(path.join(tmpdir(), 'bangtin-browser-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// In the middle of the action month of 2026, so that a schedule has days behind and ahead.
execFileSync('cargo', [
  ...['run', '--quiet', '--locked', '--', 'build', '--quiet'],
  ...['--output-dir', folder],
  ...['--base-url', 'https://thang-hanh-dong.example/'],
  ...['--now', '2026-11-20T09:00:00+07:00'],
], { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });

/**
 * The kind of a page is the class of its body. `home` is the front page of a language; a
 * `redirect` sends people on; `exit` is where those end who leave a sensitive page.
 */
function kindOf(name, html) {
  if (html.includes('<meta http-equiv="refresh"')) return 'redirect';
  const kind = html.match(/<body class="kind-([^" ]+)/)?.[1] ?? 'exit';
  return kind === 'section' && /^(\w+\/)?index\.html$/.test(name) ? 'home' : kind;
}

/**
 * Every HTML file: where it lies in the folder, its text, its language and its kind. `look` has
 * all by which a style sheet tells it from others: a leaflet looks otherwise than a poster.
 */
export const pages = readdirSync(folder, { recursive: true })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.html'))
  .sort()
  .map((name) => {
    const html = readFileSync(path.join(folder, name), 'utf8');
    const language = html.match(/<html lang="([^"]+)"/)[1];
    const kind = kindOf(name, html);
    const look = `${kind} ${html.match(/<body class="([^"]*)"/)?.[1]}`;
    return { path: name, html, language, kind, look };
  });

/** The pages that people read. */
export const readable = pages.filter(({ kind }) => kind !== 'redirect');

/** The pages that only send people on. */
export const redirects = pages.filter(({ kind }) => kind === 'redirect');

/** The pages that people come to by links, and not because something went wrong. */
export const linked = readable.filter(({ kind }) => !['not_found', 'exit'].includes(kind));

/** The longest page of each look in each language. */
export const longest = [...new Map(
  [...readable]
    .sort((a, b) => a.html.length - b.html.length)
    .map((page) => [`${page.look} ${page.language}`, page]),
).values()];

/** Where a page lies on this disk, as a browser opens it from a USB stick. */
export function fileAddress(page) {
  return pathToFileURL(path.join(folder, page.path)).href;
}
