import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { closeStore, openStore } from '../../src/store/db.ts';

test('of what was kept under older tables nothing is lost, and what colleagues told is found', async () => {
  const name = `older-${createId()}`;
  const older = new Dexie(name);
  older.version(2).stores({
    records: '[team+id], id, [page+kind+mine+created], created, [kind+created], about, removeAt, number',
    meta: 'key',
  });
  const row = (id: string, kind: string, body: object) => ({
    team: 't',
    id,
    kind,
    body,
    created: 1,
    page: '',
    mine: 0,
  });
  await older
    .table('records')
    .bulkAdd([
      row('a', 'lesson', { created: 1, title: 'Kept' }),
      row('b', 'signal', { created: 1, about: 'a', sign: 'outdated' }),
      row('c', 'signal', { created: 1, about: 'a', sign: 'helped' }),
    ]);
  older.close();
  const store = openStore(name);
  expect(await store.strict.records.orderBy('told').primaryKeys()).toEqual([['t', 'b']]);
  expect(await store.strict.records.count()).toBe(3);
  closeStore(store);
});
