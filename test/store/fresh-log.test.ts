import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { beginFreshLog } from '../../src/store/fresh-log.ts';

afterEach(() => vi.unstubAllGlobals());

const named = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

test('what makes a new log begin is more than fits into one, and nothing of it stays', async () => {
  vi.stubGlobal('navigator', { userAgentData: {} });
  let bytes = 0;
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    bytes += (value as Uint8Array).byteLength;
    return this.add(value, key);
  });
  await beginFreshLog();
  put.mockRestore();
  expect(bytes).toBeGreaterThan(4.5 * 2 ** 20);
  expect(await named()).toEqual([]);
});

test('browsers that keep their databases otherwise are left alone', async () => {
  vi.stubGlobal('navigator', {});
  const open = vi.spyOn(indexedDB, 'open');
  await beginFreshLog();
  expect(open).not.toHaveBeenCalled();
});
