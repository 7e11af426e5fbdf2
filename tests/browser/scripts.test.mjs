// What a page says is in its HTML: scripts add comfort, never text.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AT_ONCE, inFreshWindow, windows } from './browser.mjs';
import { inWindowAt } from './clock.mjs';
import { webAddress } from './server.mjs';
import { readable } from './site.mjs';

/**
 * What only a script can say, and what a page says of such help: without a script it is not
 * shown. The states of events and what is on today have tests of their own.
 */
const OF_SCRIPTS = '[data-exit-keys], .state, .of-script, [data-copy], .as-of, .none, noscript';

/**
 * The text of a page as it can be shown, without the furniture around it: which of the parts
 * that can be opened stand open may be up to a script.
 */
async function shownText(window) {
  await window.$$eval(OF_SCRIPTS, (elements) => {
    for (const element of elements) element.remove();
  });
  await window.$$eval('details', (elements) => {
    for (const element of elements) element.open = true;
  });
  return (await window.innerText('main')).replace(/[ \t]+$/gm, '');
}

describe('a page says the same without JavaScript', AT_ONCE, () => {
  // On the day of the build, by which a page without scripts puts what is over below.
  const inScripted = (address, use) => (
    inWindowAt('2026-11-20T09:00:00+07:00', 'Asia/Ho_Chi_Minh', address, use)
  );
  const inPlain = windows({ javaScriptEnabled: false });
  for (const page of readable) {
    test(page.path, async () => {
      const plain = await inPlain(webAddress(page), shownText);
      assert.notEqual(plain.trim(), '');
      assert.equal(await inScripted(webAddress(page), shownText), plain);
    });
  }
});

test('a script that adds a word is seen', async () => {
  const address = webAddress(readable[0]);
  const texts = [true, false].map((javaScriptEnabled) => (
    inFreshWindow({ javaScriptEnabled }, async (window) => {
      await window.route('**/_theme/site.*.js', (route) => route.fulfill({
        contentType: 'text/javascript',
        body: 'document.querySelector("main").append("word")',
      }));
      await window.goto(address);
      return shownText(window);
    })
  ));
  const [scripted, plain] = await Promise.all(texts);
  assert.equal(scripted.replace(/\s*word$/, ''), plain.trimEnd());
  assert.notEqual(scripted, plain);
});
