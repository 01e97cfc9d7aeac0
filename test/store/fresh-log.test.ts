import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { beginFreshLog } from '../../src/store/fresh-log.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const named = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

test('for a new log a database is made, and nothing of it stays', async () => {
  vi.stubGlobal('navigator', { userAgentData: {} });
  const open = vi.spyOn(indexedDB, 'open');
  await beginFreshLog();
  expect(open).toHaveBeenCalledOnce();
  expect(await named()).toEqual([]);
});

test('browsers that keep their databases otherwise are left alone', async () => {
  vi.stubGlobal('navigator', {});
  const open = vi.spyOn(indexedDB, 'open');
  await beginFreshLog();
  expect(open).not.toHaveBeenCalled();
});
