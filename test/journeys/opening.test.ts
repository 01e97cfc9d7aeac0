import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { words } from '../../src/dev/walk/words.ts';
import { fileOf, handOver } from './brought-file.ts';
import { journeys } from './journey.ts';
import { countMarks } from './leveldb-marks.ts';

const COUNT = 8_000;
/** What a browser that has just taken away all marks has written since. */
const HARDLY_ANY = 2_000;

const profile = mkdtempSync(join(tmpdir(), 'sidelight-opening-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 9 }));

/** Of our store, the only one in this profile. A file that is being written cannot be read yet, and is looked at again. */
function marks(): number {
  const stores = join(profile, 'Default', 'IndexedDB');
  const ours = readdirSync(stores).find((name) => name.startsWith('chrome-extension_') && name.endsWith('.leveldb'));
  return ours ? countMarks(join(stores, ours)) : 0;
}

journeys('a store into which much was written', 'chrome', (stage) => {
  test('is soon rid of what would make it slow to open', async () => {
    const ada = await stage().person('Ada', { profile });
    const options = await ada.openOwn('options');
    await until('the field for a file', () => options.read(handOver, fileOf(COUNT)));
    await options.see(words('optionsImportAdded', String(COUNT)));
    await options.click('button', words('optionsImportConfirm'));
    await until('marks of what was written', () => marks() > 5 * HARDLY_ANY);
    await options.see(words('optionsImported', String(COUNT)));
    await until('marks to go', () => marks() < HARDLY_ANY, 40_000);
    expect(await ada.rows('records')).toHaveLength(COUNT);
    expect(await ada.complaints()).toEqual([]);
    await options.close();
  }, 90_000);
});
