// Every subject in one process, so that all share one built site and one browser.

import { readdirSync } from 'node:fs';
import { test } from 'node:test';

const names = readdirSync(new URL('.', import.meta.url)).sort();
const subjects = names.filter((name) => name.endsWith('.test.mjs'));
const loading = Promise.all(subjects.map((name) => import(`./${name}`)));

// The first test to run: none ends, and closes the browser, before all are known.
test('every subject can be read', () => loading);
