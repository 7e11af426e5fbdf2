// Packages, made by the debug program, and unpacked by a reader that is not ours: the names and
// bytes of a ZIP archive as APPNOTE tells, and nothing that the program believes of it.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A folder with spaces and Vietnamese letters, as on the desktop of a clerk. */
const desktop = mkdtempSync(path.join(tmpdir(), 'bangtin-gói '));
process.on('exit', () => rmSync(desktop, { recursive: true, force: true }));

/** The files of an archive: name and bytes. */
function filesOf(archive) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const number = archive.readUInt16LE(end + 10);
  const files = [];
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < number; i += 1) {
    const [flags, method] = [archive.readUInt16LE(at + 8), archive.readUInt16LE(at + 10)];
    const [size, nameSize] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const [extra, comment] = [archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const local = archive.readUInt32LE(at + 42);
    const utf8 = (flags & 0x800) !== 0;
    const name = archive.toString(utf8 ? 'utf8' : 'latin1', at + 46, at + 46 + nameSize);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    files.push({ name, bytes: method === 0 ? packed : inflateRawSync(packed) });
    at += 46 + nameSize + extra + comment;
  }
  return files;
}

let count = 0;

/** Packs the sample site with these arguments; gives the folder into which it was unpacked. */
export function unpacked(...asked) {
  count += 1;
  const archive = path.join(desktop, `gói ${count}.zip`);
  execFileSync('cargo', [
    ...['run', '--quiet', '--locked', '--', 'pack', '--quiet', ...asked, '--output', archive],
    ...['--base-url', 'https://thang-hanh-dong.example/'],
    ...['--now', '2026-11-20T09:00:00+07:00'],
  ], { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = path.join(desktop, `Tháng hành động ${count}`);
  for (const { name, bytes } of filesOf(readFileSync(archive))) {
    const file = path.join(folder, name);
    if (path.relative(folder, file).startsWith('..')) throw new Error(`${name} leads out`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}
