import { expect, it, onTestFinished, vi } from 'vitest';
import { find } from '../../src/store/find.ts';
import { loadNumbers } from '../../src/store/load-numbers.ts';
import { rowsById } from '../../src/store/record-at.ts';
import { remove } from '../../src/store/remove.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, keepLesson, value } from './device.ts';

it.each(['new', 'indexed', 'new and then indexed'])(
  'text that was deleted is let go of, and nothing else is read again: %s',
  async (how) => {
    const device = createDevice();
    const db = device.store.relaxed;
    for (const id of ['stays', 'goes']) await keepLesson(device, { title: `docker ${id}` }, id);
    if (how === 'indexed') await flush(db, 1);
    const total = async () => (await find(db, 'docker', { limit: 5 })).total;
    expect(await total()).toBe(2);
    const [stays = 0, goes = 0] = (await rowsById(db, ['stays', 'goes'])).map((row) => row.number);
    value(await remove(device.store, [['', 'goes']], 0, device.clock));
    if (how === 'new and then indexed') await flush(db, 1);
    expect(await total()).toBe(1);
    expect([...(await loadNumbers(db, [goes])).keys()]).toEqual([]);
    const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
    onTestFinished(() => asked.mockRestore());
    expect([...(await loadNumbers(db, [stays])).keys()]).toEqual([stays]);
    expect(asked).not.toHaveBeenCalled();
  },
);
