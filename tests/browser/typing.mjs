// How people type a text: with marks and without, by the keys of Telex and VNI, with a slip.

const TELEX = { '\u0302': '', '\u031b': 'w', '\u0306': 'w' };
const VNI = { '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** The keys that one types for a text: each mark after its letter, the tone at the end of a word. */
function keys(text, isTelex) {
  return text.toLowerCase().replace(/\p{L}+/gu, (word) => {
    let typed = '';
    let tone = '';
    for (const letter of word.normalize('NFD')) {
      const at = TONES.indexOf(letter);
      if (at >= 0) tone = isTelex ? 'sfrxj'[at] : String(at + 1);
      else if (letter === 'đ') typed += isTelex ? 'dd' : 'd9';
      else if (letter in VNI) typed += isTelex ? TELEX[letter] || typed.at(-1) : VNI[letter];
      else typed += letter;
    }
    return typed + tone;
  });
}

const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** The tone of `oa`, `oe` and `uy` on their other letter: “hoá” and “hóa”. */
function replaced(text) {
  return text.normalize('NFD')
    .replace(/(o|u)([\u0300\u0301\u0303\u0309\u0323])(a|e|y)(?!\p{L}|\p{M})/giu, '$1$3#$2')
    .replace(/(o|u)(a|e|y)([\u0300\u0301\u0303\u0309\u0323])(?!\p{L}|\p{M})/giu, '$1$3$2')
    .replace(/#/g, '')
    .normalize('NFC');
}

/** A word as those of Vietnamese are made, without its marks. */
const SYLLABLE = /^(?:[bcdghklmnpqrstvx]|[cgknpt]h|ngh?|gi|qu|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$/;

/**
 * One slip in the longest word of six letters and more: two letters swapped, one missing, twice
 * or wrong. What makes another word of it is no slip that anybody could see, and not made.
 */
function mistyped(text) {
  const long = text.split(/[^\p{L}]+/u).filter((word) => word.length > 5).sort((a, b) => b.length - a.length)[0];
  if (!long) return text;
  const slips = [
    long.slice(0, 2) + long[3] + long[2] + long.slice(4),
    long.slice(0, 3) + long.slice(4),
    long.slice(0, 3) + long[2] + long.slice(3),
    `${long.slice(0, 2)}x${long.slice(3)}`,
  ];
  // Each text begins with another sort.
  const from = (text.length + long.length) % slips.length;
  const sorted = [...slips.slice(from), ...slips.slice(0, from)];
  return text.replace(long, sorted.find((slip) => !SYLLABLE.test(bare(slip).toLowerCase())));
}

/** As the text stands. */
export const plainly = (text) => text;

/** Every way, by its name. */
export const WAYS = {
  'with marks': plainly,
  'without marks': bare,
  'in Telex': (text) => keys(text, true),
  'in VNI': (text) => keys(text, false),
  decomposed: (text) => text.normalize('NFD'),
  'with tones in their other place': replaced,
  'with one slip in a long word': mistyped,
};
