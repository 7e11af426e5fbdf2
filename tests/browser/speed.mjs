// What the search costs on a large site: the size of its index, the processor and the memory of
// indexing, and in a browser the time to the first result and the tasks of more than 50 ms.
//
//     node tests/browser/speed.mjs [PAGES]          (10000 if no number is given)
//
// It prints figures and asserts nothing, for they depend on the machine; quote the ratios.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { write } from './corpus.mjs';
import { launch } from './launch.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const number = Number(process.argv[2] ?? 10_000);
const ROUNDS = 5;
const memory = statSync('/dev/shm', { throwIfNoEntry: false })?.isDirectory() ? '/dev/shm' : tmpdir();
const work = mkdtempSync(path.join(memory, 'bangtin-speed-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];

/** The processor's time of all children so far, in seconds, as Linux counts it. */
function processorSeconds() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Builds a site: seconds of the processor, and the memory at the most in MiB. */
async function build(root, output) {
  rmSync(output, { recursive: true, force: true });
  rmSync(path.join(root, '.bangtin'), { recursive: true, force: true });
  const before = processorSeconds();
  const program = path.join(process.env.CARGO_TARGET_DIR ?? path.join(repository, 'target'), 'release', 'bangtin');
  const child = spawn(program, ['build', '--quiet', '--now', '2026-11-20T09:00:00+07:00', '--root', root, '--output-dir', output]);
  child.stderr.pipe(process.stderr);
  let most = 0;
  const look = setInterval(() => {
    try {
      most = Math.max(most, Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1] ?? 0));
    } catch { /* It has ended. */ }
  }, 3);
  const code = await new Promise((ended) => { child.on('close', ended); });
  clearInterval(look);
  if (code !== 0) throw new Error(`the build ended with ${code}`);
  return { seconds: processorSeconds() - before, memory: most / 1024 };
}

async function cost(site, other) {
  const figures = { with: [], without: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.with.push(await build(site, path.join(work, 'output')));
    figures.without.push(await build(other, path.join(work, 'other-output')));
  }
  const of = (which, what) => median(figures[which].map((own) => own[what]));
  const [indexed, plain] = [of('with', 'seconds'), of('without', 'seconds')];
  console.log(`build with an index     ${indexed.toFixed(2)} s of the processor, ${of('with', 'memory').toFixed(0)} MiB`);
  console.log(`without                 ${plain.toFixed(2)} s, ${of('without', 'memory').toFixed(0)} MiB`);
  console.log(`the index               ${(100 * (indexed - plain) / indexed).toFixed(1)} % of the build, ${(of('with', 'memory') / of('without', 'memory')).toFixed(2)} x its memory`);
}

function sizes(output) {
  const folder = path.join(output, '_search');
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
  const all = names.map((name) => gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length);
  console.log(`the index               ${all.length} files, ${(all.reduce((a, b) => a + b) / 1e6).toFixed(3)} MB compressed, the largest ${Math.max(...all)} bytes`);
}

/** What people type: titles, beginnings, numbers, places, common words, mistakes. */
function queries({ pages, events, areas }) {
  const some = [...pages.filter((own) => own.number).slice(3, 6), ...pages.filter((own) => !own.number).slice(40, 46)];
  return [
    ...some.map((own) => own.title), ...some.filter((own) => own.number).map((own) => own.number),
    ...events.slice(0, 4).map((own) => own.title), ...areas.slice(0, 4).map((own) => own.name),
    'th', 'ng', 'q', 'mọi người đều có quyền', 'nha nuoc', 'phuowng', 'nghjem cam', 'thuowfng vuj quoosc hoij',
    'bình đẳng giới cho trẻ em ở vùng đồng bào dân tộc thiểu số',
  ];
}

/** Types each query into a fresh page, and asks when its first result was there. */
async function inBrowser(output, made) {
  const browser = await launch();
  const address = pathToFileURL(path.join(output, 'tim-kiem', 'index.html')).href;
  for (const slower of [1, 4]) {
    const times = { cold: [], warm: [] }, tasks = [];
    for (const text of queries(made)) {
      const window = await browser.newPage();
      const session = await window.context().newCDPSession(window);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
      await window.goto(address);
      await window.focus('[data-search]');
      await window.waitForFunction(() => globalThis.bangtinSearch?.words);
      await window.waitForTimeout(300);
      for (const state of ['cold', 'warm']) {
        const [time, long] = await window.evaluate(async (typed) => {
          const long = [];
          const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((own) => own.duration)));
          observer.observe({ type: 'longtask' });
          const field = document.querySelector('[data-search]');
          const place = document.querySelector('.results');
          const type = (value) => { field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); };
          type('');
          await new Promise((then) => { setTimeout(then, 200); });
          const began = performance.now();
          const first = new Promise((then) => {
            const watch = new MutationObserver(() => {
              if (place.querySelector('ol a')) { watch.disconnect(); then(performance.now() - began); }
            });
            watch.observe(place, { childList: true, subtree: true });
            setTimeout(() => then(NaN), 3000);
          });
          type(typed);
          const time = await first;
          await new Promise((then) => { setTimeout(then, 200); });
          observer.disconnect();
          return [time, long];
        }, text);
        if (Number.isNaN(time)) console.log(`nothing is found for “${text}”`); else times[state].push([time, text]);
        tasks.push(...long.map((own) => [own, text]));
      }
      await window.close();
    }
    const most = (all) => all.sort((a, b) => b[0] - a[0])[0];
    for (const [state, all] of Object.entries(times)) {
      const [time, text] = most(all);
      console.log(`first result, ${state}, processor ${slower} x slower   median ${median(all.map(([own]) => own)).toFixed(0)} ms, at the most ${time.toFixed(0)} ms (“${text}”)`);
    }
    console.log(`tasks of more than 50 ms                  ${tasks.length}${tasks.length ? `, the longest ${most(tasks)[0].toFixed(0)} ms (“${most(tasks)[1]}”)` : ''}`);
  }
  await browser.close();
}

execFileSync('cargo', ['build', '--release', '--quiet', '--locked'], { cwd: repository, stdio: 'inherit' });
const [site, other] = [path.join(work, 'site'), path.join(work, 'other')];
const made = write(site, number);
cpSync(site, other, { recursive: true });
// A theme of the site's own without a page to search on has no index.
cpSync(path.join(repository, 'themes/civic'), path.join(other, 'themes/civic'), { recursive: true });
rmSync(path.join(other, 'themes/civic/templates/search.html'));
console.log(`${number} pages`);
await cost(site, other);
sizes(path.join(work, 'output'));
await inBrowser(path.join(work, 'output'), made);
