// A front page, built once, tells on every day and in every time zone what is on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow } from './browser.mjs';
import { inWindowAt } from './clock.mjs';
import { fileAddress, pages } from './site.mjs';

const ZONES = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'];

const homes = Object.fromEntries(pages.filter(({ kind }) => kind === 'home')
  .map((page) => [page.language, page]));

/** What the front page says of the day: all that a script has put on top. */
function told(window) {
  return window.evaluate(() => {
    const shown = (part) => (part?.checkVisibility() ? part : null);
    const titles = (part) => [...shown(part)?.querySelectorAll('.agenda-items a') ?? []]
      .map((link) => link.textContent);
    const days = (part) => [...shown(part)?.querySelectorAll('.agenda-day') ?? []]
      .map((day) => day.dataset.day);
    const soon = document.querySelector('.agenda-soon');
    const today = document.querySelector('.agenda-today');
    return {
      progress: shown(document.querySelector('.agenda-progress p'))?.textContent,
      value: document.querySelector('progress').value,
      today: shown(today) && titles(today),
      none: Boolean(shown(document.querySelector('.agenda-today > p'))),
      soon: shown(soon) && days(soon),
      open: [...document.querySelectorAll('.agenda-week[open]')].map((week) => week.dataset.last),
    };
  });
}

const LASTING = ['Treo băng rôn, áp phích', 'Phát loa truyền thanh cơ sở'];

/** What is said at an instant. The month is from 15/11 to 15/12/2026 in Viet Nam. */
const SAID = {
  'twelve days before': ['2026-11-03T12:00:00+07:00', {
    progress: 'Còn 12 ngày nữa', value: 0, today: null, none: false, soon: null, open: ['2026-11-15'],
  }],
  'a week before': ['2026-11-08T23:59:59+07:00', {
    progress: 'Còn 7 ngày nữa', value: 0, today: [], none: true, soon: ['2026-11-15'], open: ['2026-11-15'],
  }],
  'in the last second before': ['2026-11-14T23:59:59+07:00', {
    progress: 'Bắt đầu từ ngày mai',
    value: 0,
    today: [],
    none: true,
    soon: ['2026-11-15', '2026-11-16', '2026-11-21'],
    open: ['2026-11-15'],
  }],
  'in the first second': ['2026-11-15T00:00:00+07:00', {
    progress: 'Ngày thứ 1 trong 31 ngày',
    value: 1,
    today: ['Lễ phát động Tháng hành động', 'Trưng bày áp phích của học sinh', ...LASTING],
    none: false,
    soon: ['2026-11-16', '2026-11-21'],
    open: ['2026-11-15'],
  }],
  'in the evening of the day of an event that was moved': ['2026-11-24T20:00:00+07:00', {
    progress: 'Ngày thứ 10 trong 31 ngày',
    value: 10,
    today: ['Nói chuyện giờ tan ca', LASTING[0], 'Cuộc thi viết khẩu hiệu: nhận bài'],
    none: false,
    soon: ['2026-11-25', '2026-11-28', '2026-11-30', '2026-12-01'],
    open: ['2026-11-29'],
  }],
  'on a day with nothing but what lasts': ['2026-12-04T08:00:00+07:00', {
    progress: 'Ngày thứ 20 trong 31 ngày',
    value: 20,
    today: LASTING,
    none: false,
    soon: ['2026-12-06', '2026-12-10'],
    open: ['2026-12-06'],
  }],
  'on the last day': ['2026-12-15T23:59:59+07:00', {
    progress: 'Ngày thứ 31 trong 31 ngày',
    value: 31,
    today: ['Tổng kết Tháng hành động', LASTING[0]],
    none: false,
    soon: [],
    open: ['2026-12-20'],
  }],
  'in the first second after': ['2026-12-16T00:00:00+07:00', {
    progress: 'Đã kết thúc', value: 31, today: null, none: false, soon: null, open: ['2026-12-20'],
  }],
  'long after': ['2027-03-01T12:00:00+07:00', {
    progress: 'Đã kết thúc', value: 31, today: null, none: false, soon: null, open: [],
  }],
};

describe('the front page says what is on', AT_ONCE, () => {
  for (const [name, [instant, expected]] of Object.entries(SAID)) {
    for (const zone of ZONES) {
      test(`${name}, ${zone}`, async () => {
        assert.deepEqual(await inWindowAt(instant, zone, fileAddress(homes.vi), told), expected);
      });
    }
  }
});

test('in English too', async () => {
  const instant = '2026-11-15T08:00:00+07:00';
  const found = await inWindowAt(instant, 'UTC', fileAddress(homes.en), told);
  assert.equal(found.progress, 'Day 1 of 31');
  assert.equal(found.today[0], 'Launch ceremony of the Action Month');
});

test('it never promises what is cancelled, and names the new day of what was moved', async () => {
  const instant = '2026-11-24T08:00:00+07:00';
  await inWindowAt(instant, 'UTC', fileAddress(homes.vi), async (window) => {
    const moved = window.locator('.agenda-today li', { hasText: 'Nói chuyện giờ tan ca' });
    assert.match(await moved.innerText(), /Lịch cũ.*Lịch mới: thứ Ba, 01\/12\/2026/s);
    assert.equal(await moved.locator('s').count(), 1);
    assert.equal(await moved.locator('.state').count(), 0);
    const off = window.locator('.agenda-soon li', { hasText: 'Chiếu phim' });
    assert.match(await off.innerText(), /Đã huỷ/);
    assert.equal(await off.locator('a s').count(), 1);
    assert.equal(await off.locator('.state').count(), 0);
  });
});

test('a front page that lies open over midnight goes on by itself', async () => {
  await inFreshWindow({ timezoneId: 'America/New_York' }, async (window) => {
    await window.clock.install({ time: new Date('2026-11-14T23:59:50+07:00') });
    await window.goto(fileAddress(homes.vi));
    assert.equal((await told(window)).progress, 'Bắt đầu từ ngày mai');
    // The reader closes a week, and it stays closed while the day lasts.
    await window.locator('.agenda-week[open] summary').click();
    await window.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    assert.deepEqual((await told(window)).open, []);
    await window.clock.fastForward(15_000);
    const { progress, today } = await told(window);
    assert.equal(progress, 'Ngày thứ 1 trong 31 ngày');
    assert.equal(today.length, 4);
  });
});

describe('a zone whose clocks change', AT_ONCE, () => {
  // Clocks go back in Berlin on 25 October 2026: that day has 25 hours.
  const MARKS = '1759183200:20361 1761519600:20388 1774821600:20542 1792969200:20752';
  const SPAN = { marks: MARKS, first: '2026-10-24', last: '2026-10-27' };
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

test('without a script the whole month can be opened and no day is claimed', async () => {
  await inFreshWindow({ javaScriptEnabled: false }, async (window) => {
    await window.goto(fileAddress(homes.vi));
    const text = await window.locator('main').innerText();
    assert.match(text, /Từ ngày 15\/11 đến 15\/12\/2026/);
    for (const word of ['Hôm nay', 'Ngày thứ', '7 ngày tới', 'Đang diễn ra']) {
      assert.ok(!text.includes(word), word);
    }
    const week = window.locator('.agenda-week').first();
    assert.equal(await week.locator('a').first().isVisible(), false);
    await week.locator('summary').click();
    assert.equal(await week.locator('a').first().isVisible(), true);
  });
});

test('a telephone shows a help line at once, and today after one screen more', async () => {
  await inFreshWindow({ viewport: { width: 360, height: 640 }, timezoneId: 'Asia/Ho_Chi_Minh' }, async (window) => {
    await window.clock.setFixedTime(new Date('2026-11-21T09:00:00+07:00'));
    await window.goto(fileAddress(homes.vi));
    const bottom = (selector) => window.locator(selector).first().evaluate((element) => (
      element.getBoundingClientRect().bottom
    ));
    assert.ok(await bottom('.help a[href="tel:111"]') < 640);
    assert.ok(await bottom('.agenda-today a') < 1280);
  });
});
