// The site on real servers: every file, every old address and what is not there come with the
// bytes, the type and the headers that they should, at the root of a host and in a folder of it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { SERVERS, start, temporaryFolder } from './hosts.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** By extension, or by a whole name: what a browser must be told. An unknown one fails. */
const TYPES = {
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  ics: 'text/calendar; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
};

const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
  + "base-uri 'none'; form-action 'self'";

const DIGESTED = /^_(theme|search)\/(.*\/)?[^/]+\.[0-9a-f]{8}\.[^./]+$/;

/** What tells hosts something, and is no file for people. */
const ORDERS = ['.htaccess'];

// The sample site, and what it lacks: old addresses of every form, a name with a digest, and one
// that only looks like that.
const site = temporaryFolder();
for (const name of ['content', 'themes', 'site.yaml', 'logo.svg', 'logo-dark.svg']) {
  cpSync(path.join(repository, name), path.join(site, name), { recursive: true });
}
const settings = path.join(site, 'site.yaml');
appendFileSync(settings, '\nhost: [apache, nginx, caddy]\nprecompress: true\n');
writeFileSync(path.join(site, 'themes/civic/static/thu.0123abcd.css'), `${'a { top: 0 }\n'.repeat(20)}`);
writeFileSync(path.join(site, 'content/ban-ghi.20241115.txt'), 'Một bản ghi.\n'.repeat(20));
writeFileSync(path.join(site, 'content/thu.md'), `---
title: Trang thử
aliases: ["/tin/bài viết (1)/", "/a+b/c.d/", "/cu.html", "/Cu/Trang.HTM", "/a$b;{c}%25'[d]^/"]
---
[Bản ghi](ban-ghi.20241115.txt)
`);

function bangtin(...words) {
  const command = ['run', '--quiet', '--locked', '--', ...words, '--root', site];
  const now = ['--now', '2026-11-20T09:00:00+07:00'];
  return execFileSync('cargo', [...command, ...now], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
}

/**
 * The site below a folder of a host, with or without compressed files, and with the settings of the
 * servers that read them elsewhere.
 */
function mount({ base, isCompressed }) {
  const written = readFileSync(settings, 'utf8');
  writeFileSync(settings, written.replace(/precompress: \w+/, `precompress: ${isCompressed}`));
  const folder = temporaryFolder();
  const root = path.join(folder, 'www');
  const files = path.join(root, base);
  const address = ['--base-url', `https://thang-hanh-dong.example${base}`];
  mkdirSync(root);
  mkdirSync(path.join(folder, 'temporary'));
  bangtin('build', '--quiet', '--output-dir', files, ...address);
  const told = bangtin('host', 'nginx', ...address).toString();
  // As its comment tells people who have the module.
  const withBrotli = told.replace('# brotli_static on;', 'brotli_static on;');
  assert.equal(withBrotli !== told, isCompressed);
  writeFileSync(path.join(folder, 'bangtin.conf'), withBrotli);
  writeFileSync(path.join(folder, 'bangtin.caddy'), bangtin('host', 'caddy', ...address));
  const manifest = JSON.parse(readFileSync(path.join(files, 'manifest.json'), 'utf8'));
  const names = [...Object.keys(manifest.files), 'manifest.json'];
  const read = (name) => readFileSync(path.join(files, name));
  const isOld = (name) => /\.html?$/i.test(name) && read(name).includes('http-equiv="refresh"');
  const old = names.filter(isOld);
  assert.ok(names.length > 500 && names.includes('_search/vi.js'), 'the sample site is there');
  assert.ok(names.filter((name) => DIGESTED.test(name)).length > 10, 'names hold digests');
  return { base, folder, root, names, read, old };
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

function ask(address, headers = {}) {
  return new Promise((answer, fail) => {
    get(address, { agent, headers }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => {
        const { statusCode: status, headers: told } = response;
        answer({ status, told, bytes: Buffer.concat(pieces) });
      });
    }).on('error', fail);
  });
}

/** Calls `use` with each, some at a time; gives back all that it found wrong. */
async function faults(all, use) {
  const rest = [...all];
  const found = [];
  const one = async () => {
    while (rest.length > 0) found.push(...await use(rest.shift()));
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return found;
}

/** The type of a file; none of those that have no extension. */
function typeOf(name) {
  const last = path.posix.basename(name);
  const extension = /\.([^.]+)$/.exec(last)?.[1];
  if (extension === undefined || ORDERS.includes(name)) return undefined;
  return TYPES[last] ?? TYPES[extension] ?? `nobody knows what .${extension} is`;
}

function headersOf(name) {
  return {
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': DIGESTED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/** What is wrong with an answer. */
function compare(what, answer, expected) {
  const { status, told, bytes } = answer;
  const found = [];
  const differs = (name, is, should) => {
    if (is !== should) found.push(`${what}: ${name} is ${is} instead of ${should}`);
  };
  differs('status', status, expected.status ?? 200);
  for (const [name, value] of Object.entries(expected.headers)) differs(name, told[name], value);
  if (expected.type) differs('type', told['content-type']?.toLowerCase(), expected.type);
  differs('encoding', told['content-encoding'], expected.encoding);
  const plain = { gzip: gunzipSync, br: brotliDecompressSync }[told['content-encoding']];
  const isSame = (plain ? plain(bytes) : bytes).equals(expected.bytes);
  if (!isSame) found.push(`${what}: other bytes`);
  return found;
}

/** The address of a file or folder of the site. */
function addressOf(origin, { base }, name) {
  return origin + base + name.split('/').map(encodeURIComponent).join('/');
}

/** Every file as it is; pages also under the address that people see. */
function everyFile(origin, mounted) {
  const { names, old, read } = mounted;
  const plain = names.filter((name) => !old.includes(name) && !ORDERS.includes(name));
  // What is compressed is asked for by the name of the text.
  const files = plain.filter((name) => !/\.(gz|br)$/.test(name));
  const folders = files.filter((name) => /(^|\/)index\.html$/.test(name));
  const seen = folders.map((name) => [name, name.replace(/index\.html$/, '')]);
  return faults([...files.map((name) => [name, name]), ...seen], async ([name, asked]) => {
    const answer = await ask(addressOf(origin, mounted, asked));
    const [bytes, type, headers] = [read(name), typeOf(name), headersOf(name)];
    return compare(asked, answer, { bytes, type, headers });
  });
}

/** Every text in the compressed form that lies beside it. */
function everyCompressed(origin, mounted) {
  const { names, old, read } = mounted;
  const forms = names.filter((name) => /\.(gz|br)$/.test(name));
  assert.ok(forms.length > 100, 'texts have compressed forms');
  const current = forms.filter((name) => !old.includes(name.replace(/\.(gz|br)$/, '')));
  return faults(current, async (form) => {
    const name = form.replace(/\.(gz|br)$/, '');
    const encoding = form.endsWith('.br') ? 'br' : 'gzip';
    const answer = await ask(addressOf(origin, mounted, name), { 'Accept-Encoding': encoding });
    const [bytes, type, headers] = [read(name), typeOf(name), headersOf(name)];
    const found = compare(`${name} as ${encoding}`, answer, { bytes, type, headers, encoding });
    if (!/accept-encoding/i.test(answer.told.vary ?? '')) found.push(`${name}: no Vary`);
    if (!answer.bytes.equals(read(form))) found.push(`${name}: not the bytes of ${form}`);
    return found;
  });
}

/** Every old address in each way in which it is asked for. */
function everyOld(origin, mounted) {
  const { base, old, read } = mounted;
  assert.ok(old.length >= 6, 'the site has old addresses');
  const asked = old.flatMap((name) => {
    const folder = /^(.*)\/index\.html$/.exec(name)?.[1];
    const all = folder === undefined ? [name] : [folder, `${folder}/`, name];
    return all.map((one) => [name, one]);
  });
  return faults(asked, async ([name, one]) => {
    const written = /url=([^"]+)"/.exec(read(name).toString())[1];
    const there = new URL(written, addressOf(origin, mounted, name)).href;
    const { status, told } = await ask(addressOf(origin, mounted, one));
    const location = told.location && new URL(told.location, `${origin}${base}`).href;
    const is = `${status} ${location}`;
    const should = `301 ${there.replace(/index\.html$/, '')}`;
    return is === should ? [] : [`${one}: ${is} instead of ${should}`];
  });
}

/** What is not there, in both languages. */
function everyMissing(origin, mounted) {
  const missing = [
    ['khong-co/', '404.html'], ['khong-co.ics', '404.html'], ['tin-tuc/khong-co/', '404.html'],
    ['en/nothing/', 'en/404.html'], ['en/nothing', 'en/404.html'], ['en/nothing.css', 'en/404.html'],
    ['_theme/site.00000000.css', '404.html'],
  ];
  return faults(missing, async ([asked, page]) => {
    const answer = await ask(addressOf(origin, mounted, asked));
    const expected = { bytes: mounted.read(page), type: TYPES.html, headers: headersOf(page) };
    return compare(asked, answer, { ...expected, status: 404 });
  });
}

const CASES = [
  { base: '/', isCompressed: true },
  { base: '/thang-11/', isCompressed: true },
  { base: '/', isCompressed: false },
];

const mounts = [];
before(() => {
  for (const one of CASES) mounts.push(mount(one));
});
after(() => agent.destroy());

for (const [name, server] of Object.entries(SERVERS)) {
  for (const [number, { base, isCompressed }] of CASES.entries()) {
    const how = isCompressed ? 'compressed files' : 'no compressed files';
    describe(`${name} with the site at ${base} and ${how}`, () => {
      let running;
      const here = () => mounts[number];
      before(async () => { running = await start(server, here().folder, here().root); });
      after(() => running?.stop());
      const asked = {
        'every file': everyFile,
        ...(isCompressed ? { 'every compressed form': everyCompressed } : {}),
        'every old address': everyOld,
        'what is not there': everyMissing,
      };
      for (const [what, use] of Object.entries(asked)) {
        test(what, async () => {
          assert.deepEqual(await use(running.origin, here()), []);
        });
      }
    });
  }
}
