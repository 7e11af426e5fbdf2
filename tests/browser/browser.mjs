// One Chromium for all tests of a run, and windows in it.

import { after } from 'node:test';

import { launch } from './launch.mjs';

/**
 * How many windows of one suite work at once: with more, each waits for the others. The limit
 * in milliseconds is for what would never end, such as a page that does not answer.
 */
export const AT_ONCE = { concurrency: 3, timeout: 900_000 };

/** A window of the size that most tests look at. */
export const DESKTOP = { width: 1280, height: 800 };

/**
 * The widths at which every template is looked at. The first is the narrowest at which everything
 * must work: 400 % zoom on a desktop (WCAG 2.2, 1.4.10).
 */
export const WIDTHS = [320, 360, 768, 1280];

const browser = await launch();
after(() => browser.close());

/** A window of its own; `options` are those of Playwright's `newContext`. */
async function newWindow(options) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  return context.newPage();
}

/** Lends a fresh window, with nothing loaded, and closes it when `use` has ended. */
export async function inFreshWindow(options, use) {
  const window = await newWindow(options);
  try {
    return await use(window);
  } finally {
    await window.context().close();
  }
}

/**
 * Windows of one sort for a suite, each of them lent out again and again: it has then compiled
 * what it runs, and a page takes a third of the time. Who borrows one leaves only a page in it.
 */
export function windows(options) {
  const idle = [];
  after(() => Promise.all(idle.map((window) => window.context().close())));
  return async (address, use) => {
    const window = idle.pop() ?? await newWindow(options);
    try {
      await window.goto(address);
      return await use(window);
    } finally {
      idle.push(window);
    }
  };
}

/** Looks at a page at each width: all that `look` finds there, each with the width in front. */
export async function atEachWidth(window, look) {
  const found = [];
  for (const width of WIDTHS) {
    await window.setViewportSize({ width, height: 800 });
    found.push(...(await look(window)).map((line) => `${width} px: ${line}`));
  }
  return found;
}

/**
 * Lets a test run scripts in a window that was opened without them. Those of the page it shows
 * have been passed over by then, so it stays as those see it who have none. Timers stay dead in
 * such a page; what asks for one is called at once instead.
 */
export async function allowScripts(window) {
  const session = await window.context().newCDPSession(window);
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  await session.detach();
  await window.evaluate(() => {
    globalThis.setTimeout = (call, _, ...values) => {
      Promise.resolve(values).then((given) => call(...given));
    };
  });
}

/** Loads a page that leads on at once, and keeps it from doing so. */
export async function stayAt(address, window) {
  await window.route((url) => url.href !== address, (route) => (
    route.request().isNavigationRequest() ? route.fulfill({ status: 204 }) : route.continue()
  ));
  await window.goto(address);
}
