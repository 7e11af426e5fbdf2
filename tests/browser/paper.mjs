// Pages as a printer gets them: as PDF, and each sheet of it as text, as words with their
// places, and as pixels.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import jsQR from 'jsqr';

const folder = mkdtempSync(path.join(tmpdir(), 'bangtin-paper-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Pixels an inch: enough to tell a square that is filled from a letter. */
const RESOLUTION = 120;

/** Pixels an inch of an office printer. */
const PRINTER = 300;

/** How many pixels a millimetre is. */
export const PIXELS = RESOLUTION / 25.4;

/** Millimetres of paper. */
export const A4 = [210, 297];
export const A4_LANDSCAPE = [297, 210];

/** The white at the left and right of a sheet, from the first on; the sheets of a book are bound. */
export function margins(paper, number, isBook = false) {
  if (paper === A4_LANDSCAPE) return [10, 10];
  if (!isBook) return [15, 15];
  return number % 2 === 1 ? [25, 15] : [15, 25];
}

let printed = 0;

/** Prints the page in a window, with whatever ground it asks for: the name of the PDF. */
export async function print(window) {
  printed += 1;
  const pdf = path.join(folder, `${printed}.pdf`);
  await window.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
  return pdf;
}

/** What a tool of Poppler writes. */
async function poppler(command, ...options) {
  const { stdout } = await promisify(execFile)(command, options, {
    encoding: 'buffer',
    maxBuffer: 2 ** 30,
  });
  return stdout;
}

/** The text of each sheet, in one line. */
export async function texts(pdf) {
  const all = await poppler('pdftotext', '-layout', pdf, '-');
  const sheets = all.toString().split('\f').slice(0, -1);
  return sheets.map((sheet) => sheet.replace(/\s+/g, ' ').trim());
}

/** All text in the order in which it was written, down one column and then the next. */
export async function flow(pdf) {
  const all = await poppler('pdftotext', '-raw', pdf, '-');
  return all.toString().replace(/\s+/g, ' ').trim();
}

/** The words of each sheet, and its size: all in millimetres. */
export async function words(pdf) {
  const number = (tag, name) => Number(tag.match(`${name}="([^"]+)"`)[1]) / 72 * 25.4;
  const all = await poppler('pdftotext', '-bbox', pdf, '-');
  const sheets = all.toString().split('<page ').slice(1);
  return sheets.map((sheet) => ({
    width: number(sheet, 'width'),
    height: number(sheet, 'height'),
    words: [...sheet.matchAll(/<word [^>]+>([^<]*)/g)].map(([tag, text]) => ({
      text,
      left: number(tag, 'xMin'),
      right: number(tag, 'xMax'),
      top: number(tag, 'yMin'),
      bottom: number(tag, 'yMax'),
    })),
  }));
}

/** How many letters of a PDF are set in each size, in points. */
export async function sizes(pdf) {
  const options = ['-xml', '-i', '-zoom', '1', '-stdout'];
  const xml = (await poppler('pdftohtml', ...options, pdf)).toString();
  const fonts = [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)];
  const sizeOf = new Map(fonts.map(([, id, size]) => [id, Number(size)]));
  const letters = new Map();
  for (const [, font, text] of xml.matchAll(/<text [^>]*font="(\d+)">(.*)<\/text>/g)) {
    const size = sizeOf.get(font);
    letters.set(size, (letters.get(size) ?? 0) + text.replace(/<[^>]+>/g, '').length);
  }
  return letters;
}

/** Each sheet as pixels of three bytes. */
export async function pictures(pdf) {
  return pixelsOf(await poppler('pdftoppm', '-r', String(RESOLUTION), pdf));
}

function pixelsOf(all) {
  const sheets = [];
  for (let at = 0; at < all.length;) {
    const head = all.subarray(at, at + 32).toString('latin1').match(/^P6\n(\d+) (\d+)\n255\n/);
    const [width, height] = [Number(head[1]), Number(head[2])];
    const start = at + head[0].length;
    at = start + width * height * 3;
    sheets.push({ width, height, pixels: all.subarray(start, at) });
  }
  return sheets;
}

/** A part of a picture as bytes of red, green, blue and alpha. */
export function cut({ width, pixels }, { left, top, right, bottom }) {
  const size = { width: right - left, height: bottom - top };
  const data = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const [from, to] = [(y * width + x) * 3, ((y - top) * size.width + x - left) * 4];
      for (let channel = 0; channel < 3; channel += 1) data[to + channel] = pixels[from + channel];
    }
  }
  return { ...size, data };
}

/** Where a sheet is not black on white: a pixel with a colour, or a square that is filled. */
export function filled({ width, height, pixels }) {
  const at = (x, y) => (y * width + x) * 3;
  for (let pixel = 0; pixel < pixels.length; pixel += 3) {
    const [red, green, blue] = [pixels[pixel], pixels[pixel + 1], pixels[pixel + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) {
      const place = pixel / 3;
      return `a colour at ${place % width}, ${Math.floor(place / width)}`;
    }
  }
  // A letter or a line is thinner than a square of grey, a code is than one of black.
  const isFilled = (x, y, side, least, most) => {
    const own = pixels[at(x, y)];
    if (own < least || own > most) return false;
    for (let row = y; row < y + side; row += 1) {
      for (let column = x; column < x + side; column += 1) {
        if (Math.abs(pixels[at(column, row)] - own) > 2) return false;
      }
    }
    return true;
  };
  for (let y = 0; y < height - 24; y += 4) {
    for (let x = 0; x < width - 24; x += 4) {
      if (isFilled(x, y, 8, 30, 252)) return `grey at ${x}, ${y}`;
      if (isFilled(x, y, 24, 0, 29)) return `black at ${x}, ${y}`;
    }
  }
  return null;
}

/** The QR code on each sheet: what it says, and its width in millimetres. */
export async function codes(pdf) {
  const [{ width }] = await words(pdf);
  // It stands at the right, somewhere above the last line.
  const pixels = (millimetres) => Math.round((millimetres / 25.4) * PRINTER);
  const part = ['-x', String(pixels(width - 75)), '-W', String(pixels(75))];
  const parts = await poppler('pdftoppm', '-r', String(PRINTER), ...part, pdf);
  return pixelsOf(parts).map((sheet) => {
    const whole = { left: 0, top: 0, right: sheet.width, bottom: sheet.height };
    const { data } = cut(sheet, whole);
    const found = jsQR(data, sheet.width, sheet.height, { inversionAttempts: 'dontInvert' });
    if (!found) return null;
    const { topLeftCorner, topRightCorner } = found.location;
    return { says: found.data, width: ((topRightCorner.x - topLeftCorner.x) / PRINTER) * 25.4 };
  });
}
