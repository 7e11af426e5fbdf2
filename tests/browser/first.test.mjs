// The first screen of a telephone holds what one came for: the number to call, the next event, the
// first task, the first step. A site that is built once says so on every day.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow, windows } from './browser.mjs';
import { webAddress } from './server.mjs';
import { fileAddress, longest, pages } from './site.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, timezoneId: 'Asia/Ho_Chi_Minh' };

/** Days on which the site, built on 20/11/2026, is opened: the same, a week later, and after. */
const DAYS = {
  'the day of the build': '2026-11-20T10:00:00+07:00',
  'a week later': '2026-11-27T10:00:00+07:00',
};
const AFTER = '2026-12-20T10:00:00+07:00';

/** The page of a path, in each language. */
const each = (vi, en) => Object.entries({ vi, en }).map(([language, path]) => {
  const page = pages.find((own) => own.path === path);
  assert.ok(page, path);
  return [language, page];
});
const HELP = each('tro-giup/index.html', 'en/help/index.html');
const SENSITIVE = each('tin-tuc/dia-chi-tin-cay/index.html', 'en/news/trusted-addresses/index.html');
const SCHEDULE = each('thang-hanh-dong/2026/index.html', 'en/action-month/2026/index.html');
const PLAN = each('ke-hoach/72-kh-ubnd-2024/index.html', 'en/plans/72-kh-ubnd-2024/index.html');
const LESSON = each(
  'tai-lieu/phieu-bai-hoc-viec-nha/index.html',
  'en/materials/lesson-sheet-housework/index.html',
);
const HOME = each('index.html', 'en/index.html');

/** How far from the top of the page the first element is that is seen, in pixels. */
function topOf(window, selector) {
  return window.evaluate((wanted) => {
    const found = [...document.querySelectorAll(wanted)].find((own) => own.checkVisibility());
    return found ? found.getBoundingClientRect().top + scrollY : null;
  }, selector);
}

function heightOf(window, selector) {
  return window.locator(selector).first().evaluate((own) => own.getBoundingClientRect().height);
}

/** Opens a page on a telephone, at an instant. */
function onPhone(page, instant, use, options = {}) {
  return inFreshWindow({ ...PHONE, ...options }, async (window) => {
    await window.clock.setFixedTime(new Date(instant));
    await window.goto(fileAddress(page));
    return use(window);
  });
}

async function assertTop(window, selector, most) {
  const top = await topOf(window, selector);
  assert.ok(top !== null && top <= most, `${selector} at ${top}, not above ${most}`);
}

const TODAY = DAYS['the day of the build'];

describe('the first screen holds what one came for', AT_ONCE, () => {
  for (const [language, page] of HELP) {
    test(`help, ${language}: the first number`, () => onPhone(page, TODAY, (window) => (
      assertTop(window, 'main a[href^="tel:"]', 300)
    )));
  }
  for (const [language, page] of SENSITIVE) {
    test(`a sensitive article, ${language}: its title`, () => onPhone(page, TODAY, (window) => (
      assertTop(window, 'h1', 240)
    )));
  }
  for (const [language, page] of PLAN) {
    test(`a plan, ${language}: its views and the first task`, () => onPhone(page, TODAY, async (window) => {
      await assertTop(window, '.task', 900);
      assert.equal(await window.locator('.views a').count(), 4);
      assert.ok(await topOf(window, '.views a') < await topOf(window, '.task'));
    }));
  }
  for (const [language, page] of LESSON) {
    test(`a lesson, ${language}: the first step`, () => onPhone(page, TODAY, (window) => (
      assertTop(window, '.teacher td', 700)
    )));
  }
  for (const [day, instant] of Object.entries(DAYS)) {
    for (const [language, page] of SCHEDULE) {
      test(`a schedule, ${language}, ${day}: the next event`, () => onPhone(page, instant, async (window) => {
        await assertTop(window, '.coming .event', 480);
        const first = await window.locator('.coming .event time').first().getAttribute('datetime');
        assert.ok(first >= instant.slice(0, 10), first);
      }));
    }
    for (const [language, page] of HOME) {
      test(`a front page, ${language}, ${day}: what is on`, () => onPhone(page, instant, async (window) => {
        await assertTop(window, '.agenda h2', 300);
        await assertTop(window, '.agenda .event', 360);
      }));
    }
  }
});

describe('a schedule puts below what is over', AT_ONCE, () => {
  for (const [language, page] of SCHEDULE) {
    test(`${language}: all of it, after its end`, () => onPhone(page, AFTER, async (window) => {
      assert.equal(await window.locator('.coming .event').count(), 0);
      assert.ok(await window.locator('.coming .none').isVisible());
      const days = await window.locator('.past [data-day]').evaluateAll(
        (lists) => lists.map((list) => list.dataset.day),
      );
      assert.ok(days.length > 8);
      assert.deepEqual(days, [...days].sort());
    }));
    test(`${language}: without a script by the day of the build, which it names`, () => (
      onPhone(page, AFTER, async (window) => {
        const dates = await window.locator('.coming time').evaluateAll(
          (all) => all.map((time) => time.getAttribute('datetime')),
        );
        assert.ok(dates.length > 5 && dates.every((date) => date >= '2026-11-20'), dates.join());
        assert.match(await window.locator('.as-of').innerText(), /20(\/11\/| November )2026/);
      }, { javaScriptEnabled: false })
    ));
    test(`${language}: a reader chooses a span`, () => onPhone(page, TODAY, async (window) => {
      const shown = () => window.locator('.coming [data-day]:visible').evaluateAll(
        (lists) => lists.map((list) => list.dataset.day),
      );
      const all = await shown();
      await window.click('[data-span="week"]');
      // A Friday: its week has Saturday and Sunday ahead.
      assert.deepEqual(await shown(), ['2026-11-21']);
      await window.click('[data-span="today"]');
      assert.deepEqual(await shown(), []);
      assert.ok(await window.locator('.coming .none').isVisible());
      await window.click('[data-span="today"]');
      assert.deepEqual(await shown(), all);
    }));
  }
});

describe('a front page is short', AT_ONCE, () => {
  for (const [language, page] of HOME) {
    test(language, () => onPhone(page, TODAY, async (window) => {
      const height = await window.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height <= 4000, `${height} px`);
      const events = await window.locator('.agenda .event:visible a').evaluateAll(
        (links) => links.map((link) => link.getAttribute('href')),
      );
      assert.ok(events.length >= 3 && events.length <= 4, `${events.length} events`);
      assert.equal(new Set(events).size, events.length, 'no event twice');
      const news = window.locator('section:has(> #ui_post) .entry');
      assert.ok(await news.count() <= 3);
      for (const own of await news.all()) assert.equal(await own.locator('img').count(), 1);
    }));
  }
});

/** From the way back to the end of what one can do, or to the first number that one can call. */
function headOf(window) {
  return window.evaluate(() => {
    const box = (own) => own?.checkVisibility() && own.getBoundingClientRect();
    const from = [...document.querySelectorAll('.breadcrumbs, h1')].map(box).find(Boolean);
    const ends = '.page-header .care li, .layout > .side > .actions, .page-header .chips, .hero';
    const to = box(document.querySelector(ends)) || box(document.querySelector('h1'));
    return to.bottom - from.top;
  });
}

describe('what surrounds a page is small on a telephone', AT_ONCE, () => {
  const inWindow = windows(PHONE);
  for (const page of longest.filter(({ kind }) => kind !== 'exit')) {
    test(page.path, () => inWindow(webAddress(page), async (window) => {
      const bar = await heightOf(window, '.bar');
      const footer = await heightOf(window, '.site-footer');
      const head = await headOf(window);
      assert.ok(bar <= 64, `a bar of ${bar} px`);
      assert.ok(footer <= 360, `a foot of ${footer} px`);
      assert.ok(head <= 420, `a head of ${head} px`);
      assert.ok(await window.locator('.help-way a').isVisible(), 'the way to help');
    }));
  }
});

test('the menu of a telephone opens without a script', () => (
  inFreshWindow({ ...PHONE, javaScriptEnabled: false }, async (window) => {
    await window.goto(fileAddress(HOME[0][1]));
    assert.equal(await window.locator('.menu a').first().isVisible(), false);
    await window.click('.menu-switch summary');
    assert.equal(await window.locator('.menu a').first().isVisible(), true);
    assert.equal(await window.locator('.languages a').first().isVisible(), true);
  })
));
