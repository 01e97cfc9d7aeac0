import { expect, test, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { type Adoptable, adopt } from '../../src/store/adopt.ts';
import { find } from '../../src/store/find.ts';
import { codeOf, createDevice, value } from './device.ts';

const COUNT = 2_600;
const lessons: Adoptable[] = Array.from({ length: COUNT }, (_, n) => ({
  id: createId(),
  kind: 'lesson',
  schema: 1,
  version: { n: 1, time: n, device: 'd', hash: 'h' },
  body: { created: n, title: 'Imported', note: `number${n}` },
}));

/** The disk is full for one row of this import, and for none after it. */
function fillDiskAt(n: number): () => void {
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
    if ((row as { id?: string }).id === lessons[n]?.id) throw new DOMException('No room.', 'QuotaExceededError');
    return put.call(this, row, key);
  });
  return () => spy.mockRestore();
}

test.each([0, 300, 900, 1_900, 2_599])(
  'where the disk is full at number %i, each batch stands whole or not at all, what stands is found, and again goes on from there',
  async (n) => {
    const { store } = createDevice();
    const makeRoom = fillDiskAt(n);
    expect(codeOf(await adopt(store, lessons))).toBe('disk-full');
    makeRoom();
    const stood = await store.relaxed.records.count();
    expect([0, 250, 750, 1_750]).toContain(stood);
    expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(stood);
    expect(value(await adopt(store, lessons))).toEqual({ added: COUNT - stood, newer: 0, same: stood });
    for (const word of ['number3 ', `number${n} `, 'number2000 ']) {
      expect((await find(store.relaxed, word, { limit: 3 })).total).toBe(1);
    }
    expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(COUNT);
  },
);
