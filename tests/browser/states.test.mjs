// One build tells on every day, and in every time zone, whether an event is still to come.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow } from './browser.mjs';
import { inWindowAt } from './clock.mjs';
import { fileAddress, pages } from './site.mjs';

const ZONES = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'];

/** What the words of each state are, as `themes/civic/i18n` has them. */
const WORDS = {
  vi: { upcoming: 'Sắp diễn ra', today: 'Hôm nay', underWay: 'Đang diễn ra', over: 'Đã kết thúc' },
  en: { upcoming: 'Upcoming', today: 'Today', underWay: 'Under way', over: 'Over' },
};

/** The launch is on 15/11/2026 from 7:30 to 9:00 in Viet Nam. */
const LAUNCH = {
  '2026-11-14T23:59:59+07:00': 'upcoming',
  '2026-11-15T00:00:00+07:00': 'today',
  '2026-11-15T07:30:00+07:00': 'underWay',
  '2026-11-15T09:00:00+07:00': 'over',
  '2026-12-31T12:00:00+07:00': 'over',
};

function page(path) {
  const found = pages.find((own) => own.path === path);
  assert.ok(found, path);
  return found;
}

const schedules = {
  vi: page('thang-hanh-dong/2026/index.html'),
  en: page('en/action-month/2026/index.html'),
};

/** The text of the state beside an event. */
function stateOf(id) {
  return (window) => window.evaluate((event) => {
    const state = document.querySelector(`#${event} .state`);
    return state?.textContent;
  }, id);
}

describe('the launch is shown in its state', AT_ONCE, () => {
  for (const [language, schedule] of Object.entries(schedules)) {
    for (const zone of ZONES) {
      for (const [instant, state] of Object.entries(LAUNCH)) {
        test(`${language}, ${zone}, ${instant}: ${state}`, async () => {
          const found = await inWindowAt(
            instant, zone, fileAddress(schedule), stateOf('le-phat-dong'),
          );
          assert.equal(found, WORDS[language][state]);
        });
      }
    }
  }
});

describe('its own page says the same', AT_ONCE, () => {
  for (const [instant, state] of Object.entries(LAUNCH)) {
    test(`${instant}: ${state}`, async () => {
      const event = page('thang-hanh-dong/2026/le-phat-dong/index.html');
      const text = await inWindowAt(instant, 'UTC', fileAddress(event), (window) => (
        window.locator('main .state').first().textContent()
      ));
      assert.equal(text, WORDS.vi[state]);
    });
  }
});

describe('what is called off or put elsewhere stays, struck through', AT_ONCE, () => {
  for (const instant of Object.keys(LAUNCH)) {
    test(instant, async () => {
      await inWindowAt(instant, 'UTC', fileAddress(schedules.vi), async (window) => {
        const cancelled = window.locator('#chieu-phim');
        assert.match(await cancelled.textContent(), /Đã huỷ/);
        assert.equal(await cancelled.locator('h3 s').count(), 1);
        assert.equal(await cancelled.locator('.state').count(), 0);
        const gone = window.locator('.is-gone', { hasText: 'Nói chuyện giờ tan ca' });
        assert.match(await gone.textContent(), /01\/12\/2026/);
        assert.equal(await gone.locator('h3 s').count(), 1);
        assert.match(await window.locator('#noi-chuyen-nha-may').textContent(), /24\/11\/2026/);
      });
    });
  }
});

test('a page that lies open goes on by itself', async () => {
  await inFreshWindow({ timezoneId: 'UTC' }, async (window) => {
    await window.clock.install({ time: new Date('2026-11-15T07:29:50+07:00') });
    await window.goto(fileAddress(schedules.vi));
    assert.equal(await stateOf('le-phat-dong')(window), WORDS.vi.today);
    await window.clock.fastForward(15_000);
    assert.equal(await stateOf('le-phat-dong')(window), WORDS.vi.underWay);
  });
});

test('without a script every date stands there and no state is claimed', async () => {
  await inFreshWindow({ javaScriptEnabled: false }, async (window) => {
    await window.goto(fileAddress(schedules.vi));
    const text = await window.locator('main').innerText();
    assert.match(text, /thứ Bảy, 21\/11\/2026/);
    for (const word of Object.values(WORDS.vi)) assert.ok(!text.includes(word), word);
  });
});
