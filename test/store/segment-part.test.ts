import { expect, onTestFinished, test, vi } from 'vitest';
import { createSegmentPart } from '../../src/search/find/part.ts';
import { DamagedIndex, FORMAT } from '../../src/search/stored/leaf.ts';
import { pack } from '../../src/search/stored/packer.ts';
import { ENTRY, scaleOf } from '../../src/search/stored/postings.ts';
import { storedBeginning } from '../../src/search/text/beginnings.ts';
import { collectLeaves } from '../../src/search/write/collect.ts';
import { segmentSource } from '../../src/store/segment-part.ts';
import { writeRows } from '../../src/store/segment-rows.ts';
import { createDevice } from './device.ts';

/** Words that each so many records have: some of them fill a leaf. */
const HAVING = 9_000;
const WORDS = ['conduct', 'connect', 'conserve', 'convert', 'copy'];

async function createPart(toNames = (firsts: string[]) => firsts, words = WORDS) {
  const db = createDevice().store.relaxed;
  const leaves = collectLeaves();
  const entries = Uint32Array.from({ length: HAVING }, (_, i) => 3 * i * ENTRY + 7);
  for (const word of [storedBeginning('co') ?? '', ...words]) {
    leaves.add(word, { count: HAVING, bytes: pack(entries, 0, scaleOf(word)) });
  }
  const collected = leaves.close();
  await writeRows(db, 1, collected);
  return createSegmentPart(
    segmentSource(db, {
      id: 1,
      format: FORMAT,
      from: 0,
      to: 3 * HAVING,
      records: HAVING,
      tongues: ['en'],
      firsts: toNames(collected.firsts).join('\n'),
    }),
  );
}

test('what a letter more asks for is not read again', async () => {
  const part = await createPart();
  const reads = (['get', 'getAll'] as const).map((name) => vi.spyOn(IDBObjectStore.prototype, name));
  onTestFinished(() => {
    for (const read of reads) read.mockRestore();
  });
  const readFor = async (term: string) => {
    for (const read of reads) read.mockClear();
    const [lists = []] = await part.match([{ term, isBeginning: true, weight: 1 }]);
    expect(lists.map(({ count }) => count)).toEqual(WORDS.filter((word) => word.startsWith(term)).map(() => HAVING));
    return reads.reduce((sum, read) => sum + read.mock.calls.length, 0);
  };
  expect(await readFor('con')).toBe(1);
  for (const typed of ['conn', 'conne', 'con', 'cons']) expect(await readFor(typed), typed).toBe(0);
  expect(await readFor('copy')).toBe(1);
});

test('words and the records that have them are asked for at once, in one trip', async () => {
  const part = await createPart();
  const told: string[] = [];
  const watch = (request: IDBRequest) => {
    told.push('asked');
    request.addEventListener('success', () => told.push('answered'));
    return request;
  };
  const { get, getAll } = IDBObjectStore.prototype;
  const spies = [
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      return watch(get.call(this, key));
    }),
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, range) {
      return watch(getAll.call(this, range)) as IDBRequest<unknown[]>;
    }),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  const found = await part.match([
    { term: 'copy', isBeginning: false, weight: 1 },
    { term: 'co', isBeginning: true, weight: 0.7 },
    { term: 'conn', isBeginning: true, weight: 0.7 },
  ]);
  expect(found.map((lists) => lists.map(({ count }) => count))).toEqual([[HAVING], [HAVING], [HAVING]]);
  expect(told).toEqual(['asked', 'asked', 'answered', 'answered']);
});

test('a leaf that does not begin as it is named is damage: by its name others are looked for', async () => {
  const part = await createPart((firsts) => firsts.map((first) => (first === 'convert' ? 'consort' : first)));
  const match = (term: string) => part.match([{ term, isBeginning: false, weight: 1 }]);
  expect((await match('connect'))[0]).toHaveLength(1);
  // Stands before the leaf that now names another, and would not be met there.
  await expect(match('conserve')).resolves.toHaveLength(1);
  await expect(match('conspire')).rejects.toThrow(DamagedIndex);
});

test('what is asked for again and again is read once, whatever else is asked for, and what was asked for long ago is forgotten', async () => {
  const words = Array.from({ length: 1_300 }, (_, i) => `word${1_000 + i}`);
  const part = await createPart((firsts) => firsts, words);
  const reads = (['get', 'getAll'] as const).map((name) => vi.spyOn(IDBObjectStore.prototype, name));
  onTestFinished(() => {
    for (const read of reads) read.mockRestore();
  });
  const count = () => reads.reduce((sum, read) => sum + read.mock.calls.length, 0);
  const ask = async (term: string) => {
    const before = count();
    await part.match([{ term, isBeginning: false, weight: 1 }]);
    return count() - before;
  };
  const [often = '', once = ''] = words;
  expect(await ask(often)).toBe(1);
  let again = 0;
  for (const word of words.slice(1)) {
    await ask(word);
    again += await ask(often);
  }
  expect([again, await ask(words.at(-2) ?? ''), await ask(once)]).toEqual([0, 0, 1]);
});
