// A web server as plain as they come, which gives out the built site.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after } from 'node:test';

import { folder } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/** The sub-folder of the server in which the site stands. */
export const SUBFOLDER = '/a/b/';

/** The file at an address: the site stands in the sub-folder and, for `404.html`, at the root. */
function fileFor(site, address) {
  const asked = decodeURIComponent(new URL(address, 'http://host/').pathname);
  const inside = asked.startsWith(SUBFOLDER) ? asked.slice(SUBFOLDER.length) : asked.slice(1);
  return path.join(site, /(^|\/)$/.test(inside) ? `${inside}index.html` : inside);
}

function answer(site, request, response) {
  const asked = fileFor(site, request.url);
  const isThere = existsSync(asked) && statSync(asked).isFile();
  const file = isThere ? asked : path.join(site, '404.html');
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(isThere ? 200 : 404, { 'Content-Type': type });
  response.end(readFileSync(file));
}

/** Gives out the site in a folder until all tests are over: where it stands. */
export async function serve(site) {
  const server = createServer((request, response) => answer(site, request, response));
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const origin = await serve(folder);

/**
 * The address at which the site of a page stands. Every page works in a sub-folder but the one
 * for missing pages: it is shown at every depth, so its links begin with the site's own address.
 */
export function base(page) {
  return page.kind === 'not_found' ? `${origin}/` : `${origin}${SUBFOLDER}`;
}

/** The address of a page on the server. */
export function webAddress(page) {
  return base(page) + page.path;
}
