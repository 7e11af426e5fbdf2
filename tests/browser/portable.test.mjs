// One output works wherever it is put: every address in every file is followed by a reader that
// is not ours, at the root of a server, in a sub-folder, from a disk and out of a package.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

import { folder } from './site.mjs';
import { unpacked } from './zip.mjs';

const BASE = 'https://thang-hanh-dong.example/';
const whole = unpacked();

/** Letters that stand for others in HTML. */
const letters = (text) => text
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
  .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(number))
  .replace(/&#x([\da-f]+);/gi, (_, number) => String.fromCodePoint(parseInt(number, 16)))
  .replace(/&amp;/g, '&');

const ATTRIBUTE = /\s([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const ADDRESSES = ['href', 'src', 'poster', 'action', 'data-local', 'data-script', 'xlink:href'];

/** What is in full in a text that programs read. */
function inFull(text) {
  const found = text.match(/(?:https|webcal):\/\/thang-hanh-dong\.example\/[^\s"'<>\\`]*/g) ?? [];
  return found.map((address) => address.replace(/[.,;:!?)]+$/, ''));
}

/** What a page or drawing names: addresses from itself, and from the root of the site. */
function ofPage(text) {
  const found = [];
  const html = text.replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<script[^>]*>)([\s\S]*?)(<\/script>)/g, (_, open, inside, close) => {
      found.push(...inFull(inside));
      return open + close;
    });
  for (const [tag] of html.matchAll(/<[a-z][^\s/>]*(?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?>/gi)) {
    const own = Object.fromEntries([...tag.matchAll(ATTRIBUTE)].map(
      ([, name, one, other]) => [name.toLowerCase(), letters(one ?? other)],
    ));
    for (const name of ADDRESSES) if (name in own) found.push(own[name]);
    for (const set of [own.srcset, own.imagesrcset]) {
      for (const one of (set ?? '').split(/,\s+/)) if (one) found.push(one.trim().split(/\s/)[0]);
    }
    if (own['data-index'] !== undefined) found.push(own['data-root'] + own['data-index']);
    const refresh = own['http-equiv'] === 'refresh' && own.content.match(/url=(.*)/i);
    if (refresh) found.push(refresh[1]);
    if (/^(og|twitter):/.test(own.property ?? own.name ?? '')) found.push(...inFull(own.content));
    for (const [, address] of (own.style ?? '').matchAll(/url\(([^)]*)\)/g)) found.push(address);
  }
  return found;
}

/** What a script of the search names: other scripts beside it, pages from the root. */
function ofSearch(name, text) {
  const found = [];
  const bangtinSearch = (language, part, data) => {
    if (part === '') {
      const own = `${path.basename(name, '.js')}/`;
      for (const [, script] of data.t) found.push(own + script);
      for (const script of data.d) found.push(own + script);
      return;
    }
    const up = '../'.repeat(name.split('/').length - 1);
    if (part[0] === 'd') for (const [address] of data) found.push(up + address);
  };
  if (text.startsWith('bangtinSearch(')) vm.runInNewContext(text, { bangtinSearch });
  return found;
}

function named(name, text) {
  if (/\.(html|svg)$/.test(name)) return ofPage(text);
  if (name.endsWith('.css')) {
    const css = text.replace(/\/\*[\s\S]*?\*\//g, '');
    return [...css.matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, address]) => address);
  }
  if (name.endsWith('.ics')) return inFull(text.replace(/\r\n /g, '').replace(/\\([,;])/g, '$1'));
  if (name.endsWith('.xml')) return inFull(letters(letters(text)));
  if (/\.(json|csv|txt)$/.test(name)) return inFull(text);
  return name.endsWith('.js') ? ofSearch(name, text) : [];
}

/** Every file of a site with what it names. */
function read(site) {
  const all = readdirSync(site, { recursive: true }).map((name) => name.split(path.sep).join('/'));
  const files = all.filter((name) => statSync(path.join(site, name)).isFile());
  return files.map((name) => {
    const isText = /\.(html|svg|css|js|json|xml|ics|csv|txt)$/.test(name);
    const text = isText ? readFileSync(path.join(site, name), 'utf8') : '';
    return { name, text, addresses: named(name, text), ids: new Set(
      name.endsWith('.html') ? [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => letters(id)) : [],
    ) };
  });
}

/**
 * Follows every address of every file from where the site is mounted; `has` says whether something
 * is at an address. Gives how many were followed, and which lead nowhere.
 */
async function follow(site, root, has) {
  const files = read(site);
  const idsOf = new Map(files.map(({ name, ids }) => [new URL(encodeURI(name), root).href, ids]));
  const seen = new Map();
  const broken = [];
  let count = 0;
  for (const { name, addresses } of files) {
    // A server shows this page at any address, so that its links begin at the server's root.
    const from = /(^|\/)404\.html$/.test(name) ? null : new URL(encodeURI(name), root);
    for (const written of from ? addresses : []) {
      const onWeb = /^(https|webcal):\/\/thang-hanh-dong\.example\//.test(written);
      const meant = onWeb ? written.replace(/^(https|webcal):\/\/[^/]*\//, './') : written;
      const to = new URL(meant, onWeb ? root : from);
      // A package has the files that people open, and what is told on the web stays there.
      if (!to.href.startsWith(root) && /^(https?|mailto|tel|sms|geo|data):/.test(to.protocol)
        && !to.href.startsWith(new URL('/', root).href)) continue;
      if (onWeb && site !== folder) continue;
      count += 1;
      const place = decodeURIComponent(to.hash.slice(1));
      to.hash = '';
      to.search = '';
      if (onWeb && to.pathname.endsWith('/')) to.pathname += 'index.html';
      if (!seen.has(to.href)) seen.set(to.href, await has(to));
      const isThere = seen.get(to.href) && (!place || !to.href.endsWith('.html') || idsOf.get(to.href)?.has(place));
      if (!isThere) broken.push(`${name}: ${written}`);
    }
  }
  return { count, broken };
}

const isFile = (url) => {
  const file = fileURLToPath(url);
  return existsSync(file) && statSync(file).isFile();
};

/** A server that has the site below a path, and nothing else. */
async function served(site, below) {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://host/').pathname);
    const file = path.join(site, asked.slice(below.length));
    const isThere = asked.startsWith(below) && existsSync(file) && statSync(file).isFile();
    response.writeHead(isThere ? 200 : 404);
    response.end();
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  after(() => { server.close(); server.closeAllConnections(); });
  const root = `http://127.0.0.1:${server.address().port}${below}`;
  return { root, has: async (url) => (await fetch(url, { method: 'HEAD' })).ok };
}

describe('nothing leads nowhere', () => {
  for (const [name, below] of [['at the root of a server', '/'], ['in its sub-folder', '/a/b%20c/']]) {
    test(name, async () => {
      const { root, has } = await served(folder, decodeURIComponent(below));
      const { count, broken } = await follow(folder, new URL(below, root).href, has);
      assert.deepEqual(broken, []);
      assert.ok(count > 10_000, `only ${count} were followed`);
    });
  }
  test('from a disk', async () => {
    const { count, broken } = await follow(folder, `${pathToFileURL(folder).href}/`, isFile);
    assert.deepEqual(broken, []);
    assert.ok(count > 10_000, `only ${count} were followed`);
  });
  test('out of a package in a folder with spaces and Vietnamese letters', async () => {
    const { count, broken } = await follow(whole, `${pathToFileURL(whole).href}/`, isFile);
    assert.deepEqual(broken, []);
    assert.ok(count > 9_000, `only ${count} were followed`);
  });
});

test('each sort of fault is seen', async () => {
  for (const [name, text] of [
    ['a.html', '<a href="x.html">'], ['a.html', '<img srcset="a.html 1x, x.png 2x">'],
    ['a.html', '<a href="#nowhere">'], ['a.css', 'p { background: url("x.png") }'],
    ['a.svg', '<svg><use xlink:href="x.svg"/></svg>'], ['sitemap.xml', `<loc>${BASE}x/</loc>`],
    ['a.ics', `URL:${BASE.slice(0, 20)}\r\n ${BASE.slice(20)}x/`], ['feed.json', `{"url":"${BASE}x/"}`],
    ['_search/vi/d0.js', 'bangtinSearch("vi","d0",[["x.html","X",0]])'],
    ['_search/vi.js', 'bangtinSearch("vi","",{"t":[["","t0.js"]],"d":[]})'],
  ]) {
    assert.ok(named(name, text).length > 0, `${name}: ${text}`);
  }
  // Where nothing is, every address is broken.
  const { count, broken } = await follow(folder, 'file:///nowhere/', () => false);
  assert.equal(broken.length, count);
});
