// A page believes the clock that a test gives it, wherever the test runs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { inWindowAt } from './clock.mjs';
import { fileAddress, longest } from './site.mjs';

const INSTANT = '2026-11-20T23:30:00+07:00';

/** The hour and the day that a page sees. */
function now(window) {
  return window.evaluate(() => {
    const date = new Date();
    return `${date.toISOString()} ${date.getHours()} ${date.getDate()}`;
  });
}

describe('a page believes the clock that it is given', () => {
  const zones = {
    UTC: '2026-11-20T16:30:00.000Z 16 20',
    'Asia/Ho_Chi_Minh': '2026-11-20T16:30:00.000Z 23 20',
    'Asia/Tokyo': '2026-11-20T16:30:00.000Z 1 21',
  };
  for (const [zone, expected] of Object.entries(zones)) {
    test(zone, async () => {
      assert.equal(await inWindowAt(INSTANT, zone, fileAddress(longest[0]), now), expected);
    });
  }
});
