import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { fail, ok } from '../../src/kit/result.ts';
import { commit, isDiskFull } from '../../src/store/commit.ts';
import { keep } from '../../src/store/keep.ts';
import { toRow } from '../../src/store/row.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { allRows, codeOf, createDevice, keepLesson, lessonBody } from './device.ts';

afterEach(() => vi.restoreAllMocks());

/** The disk is full for one table. */
function fillDisk(table: string) {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === table) throw new DOMException('The disk is full', 'QuotaExceededError');
    return put.apply(this, args as [unknown]);
  });
}

describe('the one door', () => {
  test('a failure that the work returns leaves nothing behind', async () => {
    const device = createDevice();
    const row = await keepLesson(device);
    const result = await commit(device.store.strict, async (door) => {
      await door.drop([PRIVATE, row.id]);
      await door.put(toRow({ ...row, id: createId() }, PRIVATE, true), { notBefore: 0 });
      return fail('changed-mind');
    });
    expect(codeOf(result)).toBe('changed-mind');
    expect(await allRows(device)).toEqual([row]);
    expect(await device.store.strict.outbox.count()).toBe(0);
  });

  test('what nobody expected rises, and leaves nothing behind either', async () => {
    const device = createDevice();
    const work = commit(device.store.strict, async (door) => {
      await door.db.meta.put({ key: 'x', value: 1 });
      throw new TypeError('a bug');
    });
    await expect(work).rejects.toThrow('a bug');
    expect(await device.store.strict.meta.get('x')).toBeUndefined();
  });

  test.each(['records', 'meta'])('a disk that is full at %s says so, and half of it is not there', async (table) => {
    const device = createDevice();
    fillDisk(table);
    const what = { id: createId(), kind: 'lesson' as const, body: lessonBody() };
    expect(codeOf(await keep(device.store, what, device.clock))).toBe('disk-full');
    vi.restoreAllMocks();
    expect(await allRows(device)).toEqual([]);
    expect((await keep(device.store, what, device.clock)).ok).toBe(true);
  });

  test('what a person keeps waits for the disk, what a server can send again does not', async () => {
    const device = createDevice();
    const seen = (db: typeof device.store.strict) =>
      db.transaction('rw', db.records, (transaction) => ok(transaction.idbtrans.durability));
    expect(await seen(device.store.strict)).toEqual(ok('strict'));
    expect(await seen(device.store.relaxed)).toEqual(ok('relaxed'));
  });
});

test('a full disk is known however deep it is told of, and errors that stand in each other end', () => {
  const full = new DOMException('', 'QuotaExceededError');
  expect(isDiskFull({ name: 'AbortError', inner: { name: 'BulkError', failures: [new Error('another'), full] } })).toBe(
    true,
  );
  const [one, other] = [{ name: 'AbortError' }, { name: 'OtherError' }];
  Object.assign(one, { inner: other });
  Object.assign(other, { inner: one });
  expect(isDiskFull(one)).toBe(false);
});
