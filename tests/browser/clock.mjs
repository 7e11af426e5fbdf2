// Pages on another day: what a page says of today depends on the reader's clock and zone.

import { inFreshWindow } from './browser.mjs';

/**
 * Loads an address in a fresh window whose clock stands still at an instant, such as
 * `2026-11-20T23:30:00+07:00`, in a time zone, such as `Asia/Ho_Chi_Minh`.
 */
export function inWindowAt(instant, timezoneId, address, use) {
  return inFreshWindow({ timezoneId }, async (window) => {
    await window.clock.setFixedTime(new Date(instant));
    await window.goto(address);
    return use(window);
  });
}
