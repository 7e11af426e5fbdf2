// A front page, built once, tells on every day and in every time zone what is on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow } from './browser.mjs';
import { inWindowAt } from './clock.mjs';
import { fileAddress, pages } from './site.mjs';

const ZONES = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'];

const homes = Object.fromEntries(pages.filter(({ kind }) => kind === 'home')
  .map((page) => [page.language, page]));

/** What the front page says of the day: how far the month has come, and what comes next. */
function told(window) {
  return window.evaluate(() => ({
    progress: document.querySelector('.agenda-progress').textContent,
    next: [...document.querySelectorAll('.agenda .event')]
      .filter((event) => event.checkVisibility())
      .map((event) => event.querySelector('time').getAttribute('datetime')),
    none: document.querySelector('.agenda .none').checkVisibility(),
  }));
}

/** What is said at an instant by a site built on 20/11/2026. */
const SAID = {
  'twelve days before': ['2026-11-03T12:00:00+07:00', 'Còn 12 ngày nữa', '2026-11-21'],
  'in the last second before': ['2026-11-14T23:59:59+07:00', 'Bắt đầu từ ngày mai', '2026-11-21'],
  'in the first second': ['2026-11-15T00:00:00+07:00', 'Ngày thứ 1 trong 31 ngày', '2026-11-21'],
  'on a day with an event': ['2026-11-21T08:00:00+07:00', 'Ngày thứ 7 trong 31 ngày', '2026-11-21'],
  'when that is over': ['2026-11-22T00:00:00+07:00', 'Ngày thứ 8 trong 31 ngày', '2026-11-23'],
  'on the last day': ['2026-12-15T08:00:00+07:00', 'Ngày thứ 31 trong 31 ngày', '2026-12-15'],
  'long after': ['2027-03-01T12:00:00+07:00', 'Đã kết thúc', undefined],
};

describe('the front page says what is on', AT_ONCE, () => {
  for (const [name, [instant, progress, first]] of Object.entries(SAID)) {
    for (const zone of ZONES) {
      test(`${name}, ${zone}`, async () => {
        const found = await inWindowAt(instant, zone, fileAddress(homes.vi), told);
        assert.equal(found.progress, progress);
        assert.equal(found.next[0], first);
        assert.ok(found.next.length <= 4);
        assert.equal(found.none, first === undefined);
      });
    }
  }
});

test('in English too', async () => {
  const instant = '2026-11-21T08:00:00+07:00';
  const found = await inWindowAt(instant, 'UTC', fileAddress(homes.en), told);
  assert.equal(found.progress, 'Day 7 of 31');
  assert.equal(found.next[0], '2026-11-21');
});

test('it never promises what is cancelled', async () => {
  const instant = '2026-11-24T08:00:00+07:00';
  await inWindowAt(instant, 'UTC', fileAddress(homes.vi), async (window) => {
    const off = window.locator('.agenda .event', { hasText: 'Chiếu phim' });
    assert.match(await off.innerText(), /Đã huỷ/);
    assert.equal(await off.locator('a s').count(), 1);
    assert.equal(await off.locator('.state').count(), 0);
  });
});

test('a front page that lies open over midnight goes on by itself', async () => {
  await inFreshWindow({ timezoneId: 'America/New_York' }, async (window) => {
    await window.clock.install({ time: new Date('2026-11-21T23:59:50+07:00') });
    await window.goto(fileAddress(homes.vi));
    assert.equal((await told(window)).progress, 'Ngày thứ 7 trong 31 ngày');
    await window.clock.fastForward(15_000);
    const { progress, next } = await told(window);
    assert.equal(progress, 'Ngày thứ 8 trong 31 ngày');
    assert.equal(next[0], '2026-11-23');
  });
});

describe('a zone whose clocks change', AT_ONCE, () => {
  // Clocks go back in Berlin on 25 October 2026: that day has 25 hours.
  const MARKS = '1759183200:20361 1761519600:20388 1774821600:20542 1792969200:20752';
  const SPAN = { marks: MARKS, first: '2026-10-24' };
  const instants = {
    '2026-10-23T23:59:59+02:00': 'Bắt đầu từ ngày mai',
    '2026-10-25T00:00:00+02:00': 'Ngày thứ 2 trong 31 ngày',
    '2026-10-25T23:59:59+01:00': 'Ngày thứ 2 trong 31 ngày',
    '2026-10-26T00:00:00+01:00': 'Ngày thứ 3 trong 31 ngày',
  };
  for (const [instant, expected] of Object.entries(instants)) {
    test(instant, () => inFreshWindow({ timezoneId: 'UTC' }, async (window) => {
      await window.clock.setFixedTime(new Date(instant));
      await window.addInitScript((span) => {
        document.addEventListener('readystatechange', () => {
          const agenda = document.querySelector('[data-agenda]');
          if (agenda) Object.assign(agenda.dataset, span);
        });
      }, SPAN);
      await window.goto(fileAddress(homes.vi));
      assert.equal((await told(window)).progress, expected);
    }));
  }
});

test('without a script what comes next is seen from the day of the build', async () => {
  await inFreshWindow({ javaScriptEnabled: false }, async (window) => {
    await window.goto(fileAddress(homes.vi));
    const text = await window.locator('main').innerText();
    assert.match(text, /Từ ngày 15\/11 đến 15\/12\/2026/);
    for (const word of ['Ngày thứ', 'Đang diễn ra']) assert.ok(!text.includes(word), word);
    const first = window.locator('.agenda .event time').first();
    assert.equal(await first.getAttribute('datetime'), '2026-11-21');
  });
});
