// Chromium, as all that looks at pages starts it.

import { existsSync } from 'node:fs';
import path from 'node:path';

import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that `CHROMIUM` names, or else the one that the system or the path has. */
function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = ['/usr/bin', ...process.env.PATH.split(path.delimiter)];
  const found = folders.map((folder) => path.join(folder, 'chromium')).find(existsSync);
  if (!found) throw new Error('no chromium on the path: install it, or name it in CHROMIUM');
  return found;
}

/** A browser of its own. */
export function launch() {
  return chromium.launch({ executablePath: executable(), args: ARGUMENTS });
}
