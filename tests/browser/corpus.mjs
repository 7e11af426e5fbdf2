// A Vietnamese site of any number of pages, always the same, and what people look for in it.
//
// Its sentences go on from word to word as those in `corpus/` do, so that words are as frequent as
// they are in texts that others wrote; its names are made of syllables. What each query must find
// follows from where its words were put.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Numbers of chance that are the same in each run (mulberry32). */
function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (most) => Math.floor(next() * most),
    of: (all) => all[Math.floor(next() * all.length)],
  };
}

/** The texts of others, a sentence or a few in each line. */
const lines = ['law.txt', 'rights.txt'].flatMap((name) => (
  readFileSync(new URL(`corpus/${name}`, import.meta.url), 'utf8').split('\n')
)).filter((line) => line && !line.startsWith('#'));

/** What follows each word in them. The first word of a sentence follows the empty one. */
const follows = new Map();
for (const sentence of lines.flatMap((line) => line.split(/[.;:]\s*/))) {
  let before = '';
  for (const word of sentence.trim().split(/\s+/).filter((own) => /\p{L}/u.test(own))) {
    if (!follows.has(before)) follows.set(before, []);
    follows.get(before).push(word);
    before = word;
  }
}

/** A text with its first letter large. */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** So many words that follow each other as in those texts. */
function phrase(random, number) {
  const words = [];
  let before = '';
  while (words.length < number) {
    before = random.of(follows.get(before) ?? follows.get(''));
    words.push(before);
  }
  return words.join(' ').replace(/[^\p{L}\p{N}]+$/u, '');
}

const STARTS = ['B', 'Ch', 'D', 'Đ', 'G', 'H', 'Kh', 'L', 'M', 'N', 'Nh', 'Ph', 'S', 'T', 'Th', 'Tr', 'V', 'X'];
const RHYMES = [
  'a', 'à', 'á', 'an', 'àn', 'ang', 'anh', 'ành', 'âm', 'ân', 'ây', 'ém', 'ên', 'ênh', 'iêm', 'iên', 'iền', 'inh',
  'ình', 'oa', 'oà', 'oá', 'oan', 'ôi', 'ồi', 'ôn', 'ông', 'ồng', 'ơi', 'ơn', 'uân', 'ung', 'uý', 'ươi', 'ương', 'ường', 'ưng',
];
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Đinh'];

/** Gives names of two syllables, none of them twice. */
function names(random) {
  const given = new Set();
  const syllable = () => random.of(STARTS) + random.of(RHYMES);
  return () => {
    let name = '';
    do { name = `${syllable()} ${syllable()}`; } while (given.has(name));
    given.add(name);
    return name;
  };
}

const TOPICS = [
  'bảo vệ môi trường', 'phòng, chống bạo lực gia đình', 'chăm sóc người cao tuổi', 'bảo hiểm y tế toàn dân',
  'giáo dục mầm non', 'phòng, chống thiên tai', 'tiếp công dân', 'thu hồi đất', 'bình đẳng giới', 'an sinh xã hội',
  'chuyển đổi số', 'khám bệnh cho học sinh', 'vệ sinh đường làng', 'dạy nghề cho thanh niên', 'bầu cử',
];
const KINDS = { post: 'tin', material: 'tai-lieu', page: 'trang' };
const two = (number) => String(number).padStart(2, '0');

/** The settings of the site. */
const SETTINGS = `title: Trang thông tin xã
base_url: https://tin.example/
theme: civic
social_cards: false
publisher: { name: Ban biên tập }
languages: { vi: { name: Tiếng Việt } }
menus: { main: ["@/tin/_index.md"] }
`;

/** The data: communes with their old names, places in them, agencies, one of them replaced. */
function data(random, name, number) {
  const areas = Array.from({ length: number }, (_, at) => ({
    key: `xa-${at}`, address: `lich/xa-phuong/xa-${at}/`, name: `${at % 4 ? 'Xã' : 'Phường'} ${name()}`, old: `Xã ${name()}`, kind: at % 4 ? 'xã' : 'phường',
  }));
  const places = areas.flatMap((area, at) => ['Nhà văn hoá thôn', 'Trường Tiểu học', 'Sân vận động'].map((what, which) => ({
    key: `cho-${at}-${which}`, name: `${what} ${name()}`, area: area.key,
  })));
  const agencies = Array.from({ length: 12 }, (_, at) => ({ key: `co-quan-${at}`, name: `Trung tâm ${name()}` }));
  const line = (own, more) => `${own.key}: { name: "${own.name}"${more} }\n`;
  const files = {
    'areas.yaml': areas.map((own) => line(own, `, kind: ${own.kind}, formerly: ["${own.old}"]`)).join(''),
    'places.yaml': places.map((own) => line(own, `, area: ${own.area}`)).join(''),
    'agencies.yaml': agencies.map((own, at) => line(own, at ? '' : ', replaced_by: co-quan-1')).join(''),
    'hotlines.yaml': '"111": { number: "111", name: Bảo vệ trẻ em, verified: 2026-11-01, source: tongdai111.vn }\n',
  };
  return { areas, places, agencies, files };
}

/** A paragraph. */
const paragraph = (random) => Array.from({ length: 5 }, () => `${capital(phrase(random, 12 + random.below(18)))}.`).join(' ');

/** The text of a page: some 400 words, the name of a person, and on some pages a telephone number. */
function body(random, person, telephone) {
  const call = telephone ? ` Gọi ${telephone} trong giờ làm việc.` : '';
  return [
    paragraph(random), `## ${capital(phrase(random, 6))}`, `${paragraph(random)} Ông ${person} phụ trách.${call}`,
    paragraph(random), `## ${capital(phrase(random, 6))}`, paragraph(random),
  ].join('\n\n');
}

/** One page: where it lies, its text, and what is known of it. */
function page(random, name, { areas, agencies }, at) {
  const area = random.of(areas);
  const person = `${random.of(FAMILIES)} ${name()}`;
  const telephone = at % 9 === 0 ? `0255 3${two(random.below(100))} ${1000 + at}`.slice(0, 13) : '';
  const [year, month, day] = [2000 + (at % 25), 1 + (at % 12), 1 + (at % 28)];
  const date = `${year}-${two(month)}-${two(day)}`;
  const summary = `${capital(phrase(random, 18))}.`;
  const common = `description: "${summary}"\ndate: ${date}\n`;
  if (at % 10 === 0) {
    const number = `${at + 11}/KH-UBND`;
    const agency = random.of(agencies.slice(1));
    const title = `Kế hoạch ${random.of(TOPICS)} của ${area.name} năm ${year}`;
    const text = `---\ntitle: "${title}"\nslug: ke-hoach-${at}\nkind: plan\n${common}document: { number: ${number}, `
      + `type: Kế hoạch, issuer: ${agency.key}, issued_on: ${day}/${month}/${year} }\n---\n\n${body(random, person, telephone)}\n`;
    return { file: `content/ke-hoach/k-${at}.md`, address: `ke-hoach/ke-hoach-${at}/`, text, title, number, agency, person, telephone, area, day: `${day}/${month}/${year}` };
  }
  const kind = at % 10 < 7 ? 'post' : at % 10 === 7 ? 'material' : 'page';
  const title = `${capital(phrase(random, 5 + random.below(4)))} ở ${area.name}`;
  const text = `---\ntitle: "${title}"\nslug: bai-${at}\nkind: ${kind}\n${common}---\n\n${body(random, person, telephone)}\n`;
  return { file: `content/${KINDS[kind]}/b-${at}.md`, address: `${KINDS[kind]}/bai-${at}/`, text, title, person, telephone, area, day: `${day}/${month}/${year}` };
}

/** A schedule with so many events, each at a place. */
function schedule(random, name, { places, agencies }, number) {
  const events = Array.from({ length: number }, (_, at) => {
    const place = places[at % places.length];
    return { id: `buoi-${at}`, title: `Buổi ${random.of(TOPICS)} với ${name()}`, day: `${1 + (at % 30)}/11/2026`, place, agency: agencies[at % agencies.length], address: `lich/buoi-${at}/` };
  });
  const list = events.map((own) => `  - { id: ${own.id}, title: "${own.title}", date: ${own.day}, place: ${own.place.key}, organizer: ${own.agency.key} }\n`);
  const text = `---\ntitle: Lịch của huyện\nslug: lich\nkind: schedule\nstarts: 1/11/2026\nends: 30/11/2026\nevents:\n${list.join('')}---\n`;
  return { events, text };
}

/** The site: its files by their paths, and what it is made of. */
export function corpus(number = 2000) {
  const random = chance(1945);
  const name = names(random);
  const known = data(random, name, Math.max(10, Math.round(number / 50)));
  const { events, text } = schedule(random, name, known, Math.round(number / 25));
  const count = number - events.length - known.areas.length - 5;
  const pages = Array.from({ length: count }, (_, at) => page(random, name, known, at));
  const files = { 'site.yaml': SETTINGS, 'content/_index.md': '---\ntitle: Trang thông tin xã\n---\n', 'content/lich.md': text };
  for (const [folder, title] of [['tin', 'Tin'], ['tai-lieu', 'Tài liệu'], ['trang', 'Trang'], ['ke-hoach', 'Kế hoạch']]) {
    files[`content/${folder}/_index.md`] = `---\ntitle: ${title}\nslug: ${folder}\n---\n`;
  }
  for (const [file, own] of Object.entries(known.files)) files[`content/_data/${file}`] = own;
  for (const own of pages) files[own.file] = own.text;
  return { ...known, files, pages, events };
}

/** Writes it into a folder. */
export function write(folder, number) {
  const made = corpus(number);
  for (const [file, text] of Object.entries(made.files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return made;
}

/** Every so many, from one on. */
const each = (all, step, from, most) => all.slice(from).filter((_, at) => at % step === 0).slice(0, most);

/**
 * What people look for in it: what they type, and the addresses of which one must be among the
 * first three: those of all pages that hold it.
 */
export function queries({ pages, events, areas, places, agencies }) {
  const found = new Map();
  const add = (typed, is) => found.set(typed, [...pages, ...events, ...areas].filter(is).map((own) => own.address));
  const plans = pages.filter((own) => own.number);
  const others = pages.filter((own) => !own.number);
  for (const { title } of each(others, 97, 5, 10)) add(title, (own) => own.title === title);
  // Without its first word, and with only the beginning of its last.
  for (const { title } of each(others, 89, 11, 8)) {
    add(title.split(' ').slice(1).join(' ').slice(0, -1), (own) => own.title === title);
  }
  for (const { title } of each(plans, 23, 2, 6)) add(title, (own) => own.title === title);
  for (const { number } of each(plans, 17, 3, 6)) add(number, (own) => own.number === number);
  for (const { number } of each(plans, 19, 4, 5)) add(number.replace(/[/-]/g, ' '), (own) => own.number === number);
  for (const { number } of each(plans, 29, 7, 3)) add(`kế hoạch số ${number}`, (own) => own.number === number);
  for (const { day } of each(plans, 31, 6, 4)) add(day, (own) => own.day === day);
  for (const { day, area } of each(plans, 37, 1, 3)) add(`kế hoạch ngày ${day} ${area.name}`, (own) => own.day === day && own.area === area);
  for (const { title } of each(events, 13, 1, 6)) add(title, (own) => own.title === title);
  const at = (place) => (own) => own.place === place || own.key === place.area;
  for (const place of each(places.slice(0, events.length), 9, 2, 6)) add(place.name, at(place));
  for (const place of each(places.slice(0, events.length), 11, 4, 3)) add(place.name.split(' ').slice(-2).join(' '), at(place));
  const shown = areas.filter((area) => events.some((own) => own.place.area === area.key));
  for (const area of each(shown, 4, 0, 6)) add(area.name, (own) => own === area || own.area === area);
  for (const area of each(shown, 5, 1, 4)) add(area.old, (own) => own === area || own.place?.area === area.key);
  for (const agency of each(agencies.slice(1), 3, 1, 3)) add(agency.name, (own) => own.agency === agency);
  // Another does its work now.
  add(agencies[0].name, (own) => own.agency === agencies[1] || own.agency === agencies[0]);
  for (const { telephone } of each(pages.filter((own) => own.telephone), 41, 3, 4)) add(telephone, (own) => own.telephone === telephone);
  for (const { person } of each(pages, 211, 17, 6)) add(person, (own) => own.person === person);
  return found;
}
