import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { openStore, type Store } from '../../src/store/db.ts';
import { find } from '../../src/store/find.ts';
import { REBUILD, STAMP } from '../../src/store/index-stamp.ts';
import { keep } from '../../src/store/keep.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { closeStore } from './close-store.ts';

const TABLES = {
  outbox: '[team+id], team',
  places: '[team+id], page',
  teams: 'id',
  fresh: '++number',
  gone: 'number',
  segments: '++id',
  leaves: '[segment+at]',
  lists: '[segment+at+i]',
  ledger: '++n',
  meta: 'key',
};

const row = (id: string, kind: string, body: object, more: object = {}) => ({
  team: 't',
  id,
  kind,
  author: 'anne',
  schema: 1,
  version: { n: 1, time: 1, device: 'd', hash: id },
  body,
  created: 1,
  page: '',
  site: '',
  mine: 0,
  ...more,
});

async function createOlder(version: number, records: string, fill: (older: Dexie) => Promise<unknown>): Promise<Store> {
  const name = `older-${createId()}`;
  const older = new Dexie(name);
  older.version(version).stores({ ...TABLES, records });
  await fill(older);
  older.close();
  return openStore(name);
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

test('of what was kept under older tables nothing is lost, and what colleagues told is found', async () => {
  const records = '[team+id], id, [page+kind+mine+created], created, [kind+created], about, removeAt, number';
  const store = await createOlder(2, records, (older) =>
    older
      .table('records')
      .bulkAdd([
        row('a', 'lesson', { created: 1, title: 'Kept' }),
        row('b', 'signal', { created: 1, about: 'a', sign: 'outdated' }),
        row('c', 'signal', { created: 1, about: 'a', sign: 'helped' }),
      ]),
  );
  expect(idsOf(await store.strict.records.orderBy('told').toArray())).toEqual(['b']);
  expect(await store.strict.records.count()).toBe(3);
  closeStore(store);
});

const NEWER = '[team+id], [page+kind+mine+created], [kind+created], about, told, removeAt, number';
const ME = { key: 'me', value: { author: 'anne', device: 'd' } };

test('two that had one number both stand, and are found when the index was made anew', async () => {
  const store = await createOlder(3, NEWER, async (older) => {
    await older
      .table('records')
      .bulkAdd([
        row('a', 'lesson', { created: 1, title: 'Pruning' }, { number: 7 }),
        row('b', 'lesson', { created: 1, title: 'Pruning again' }, { number: 7 }),
      ]);
    await older.table('meta').bulkAdd([{ key: STAMP, value: '7 once' }, ME]);
  });
  expect(idsOf(await store.strict.records.toArray())).toEqual(['a', 'b']);
  while (await tendIndex(store, 0));
  expect((await find(store.relaxed, 'pruning', { limit: 5 })).total).toBe(2);
  closeStore(store);
});

test('what is kept after it is found, though the stamp told of no number and others were given before', async () => {
  const store = await createOlder(3, NEWER, async (older) => {
    await older.table('records').add(row('a', 'lesson', { created: 1, title: 'Pruning' }, { number: 1 }));
    await older.table('gone').bulkAdd([2, 3, 4, 5, 6].map((number) => ({ number })));
    await older.table('meta').bulkAdd([{ key: STAMP, value: 'of-an-older-version' }, ME]);
  });
  await keep(store, { id: createId(), kind: 'lesson', body: { created: 1, title: 'Another' } }, () => 1);
  expect((await find(store.relaxed, 'another', { limit: 5 })).total).toBe(1);
  closeStore(store);
});

test('a rebuild that was under way looks at what it had yet to look at', async () => {
  const store = await createOlder(3, NEWER, async (older) => {
    await older.table('records').add(row('a', 'lesson', { created: 1, title: 'Pruning' }));
    await older.table('meta').bulkAdd([{ key: STAMP, value: '5 once' }, ME]);
    await older.table('meta').add({ key: REBUILD, value: { upTo: 5, after: null } });
  });
  while (await tendIndex(store, 0));
  expect((await find(store.relaxed, 'pruning', { limit: 5 })).total).toBe(1);
  closeStore(store);
});

test('thousands that lay under their ids lie under their numbers, are found as before, and no number is given twice', async () => {
  const store = await createOlder(3, NEWER, async (older) => {
    const lessons = Array.from({ length: 1_200 }, (_, i) => ({
      ...row(`lesson ${i}`, 'lesson', { created: i, title: `Pruning ${i}` }),
      number: i + 1,
    }));
    const signals = Array.from({ length: 700 }, (_, i) => row(`signal ${i}`, 'signal', { created: i, about: 'a' }));
    await older.table('records').bulkAdd([...lessons, ...signals]);
    await older.table('meta').bulkAdd([{ key: STAMP, value: '1200 once' }, ME]);
  });
  const { strict, relaxed } = store;
  expect(await strict.records.count()).toBe(1_900);
  expect((await rowAt(strict, ['t', 'lesson 41']))?.number).toBe(42);
  expect(await strict.records.where('number').below(0).count()).toBe(700);
  const kept = await keep(store, { id: createId(), kind: 'lesson', body: { created: 1, title: 'Another' } }, () => 1);
  expect(kept.ok && (await rowAt(strict, ['', kept.value.id]))?.number).toBeGreaterThan(1_900);
  expect(await strict.records.count()).toBe(1_901);
  expect((await find(relaxed, 'another', { limit: 5 })).total).toBe(1);
  closeStore(store);
});
