import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { FORMAT } from '../../src/search/stored/leaf.ts';
import { find } from '../../src/store/find.ts';
import { openIndex } from '../../src/store/index-parts.ts';
import { readIndexRows } from '../../src/store/index-rows.ts';
import { indexToText, textToIndex } from '../../src/store/index-text.ts';
import { openReading } from '../../src/store/reading.ts';
import { remove } from '../../src/store/remove.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, keepLesson } from './device.ts';

test('how the index stands is remembered as it is, with what is newer than all segments, and half a letter in it', async () => {
  const device = createDevice();
  for (const note of ['Roll back a release', 'Half a letter \ud83e stands here']) await keepLesson(device, { note });
  while (await tendIndex(device.store, 1_000));
  await keepLesson(device, { note: 'Release on Monday' });
  const rows = await readIndexRows(device.store.relaxed);
  expect(rows.fresh.length).toBeGreaterThan(0);
  expect(textToIndex(indexToText(rows))).toEqual(rows);
});

test('whoever searches by what was remembered finds what was kept since, and not what was deleted since', async () => {
  const device = createDevice();
  const gone = await keepLesson(device, { note: 'Roll back a release' });
  await keepLesson(device, { note: 'A release was late' });
  while (await tendIndex(device.store, 1_000));
  const text = indexToText(await readIndexRows(device.store.relaxed));
  await keepLesson(device, { note: 'Release on Monday' });
  await remove(device.store, [[gone.team, gone.id]], 60_000, device.clock);
  // As a page that opens: nothing is known to it but what was remembered.
  const missing = () => Promise.reject(new Error('It is there.'));
  const reading = openReading(missing, device.store.relaxed.backendDB().name);
  void openIndex(reading, () => {}, Promise.resolve(textToIndex(text) ?? Promise.reject(new Error('Nothing.'))));
  const { hits } = await find(reading, 'release', { limit: 10 });
  const notes = hits.map(({ record }) => ('note' in record.body ? record.body.note : ''));
  expect(notes.sort()).toEqual(['A release was late', 'Release on Monday']);
});

test.each([
  ['nothing', undefined],
  ['what is no text', { stamp: 1 }],
  ['what another version wrote', `1 ${FORMAT} {"segments":[]}`],
  ['what was written for segments of another format', `2 ${FORMAT + 1} {"segments":[]}`],
])('%s tells nothing of the index', (_, text) => {
  expect(textToIndex(text)).toBeNull();
});

test('a long one is not remembered: the database is read as soon', () => {
  const fresh = Array.from({ length: 400 }, (_, number) => ({
    number,
    tongue: 'en' as const,
    line: '\nword\t%'.repeat(200),
  }));
  const rows = { stamp: undefined, segments: [], fresh, gone: [], hasSignals: false, hasNames: false };
  expect(indexToText(rows)).toBeNull();
  expect(indexToText({ ...rows, fresh: fresh.slice(0, 40) })).not.toBeNull();
});
