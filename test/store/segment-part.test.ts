import { expect, onTestFinished, test, vi } from 'vitest';
import { scaleOf, storedBeginning } from '../../src/search/beginnings.ts';
import { createLeafWriter } from '../../src/search/build.ts';
import { collectLeaves } from '../../src/search/collect.ts';
import { FORMAT } from '../../src/search/leaf.ts';
import { createPacker, pack, packed, resetPacker } from '../../src/search/packer.ts';
import { createSegmentPart } from '../../src/search/part.ts';
import { segmentSource } from '../../src/store/segment-part.ts';
import { writeRows } from '../../src/store/segment-rows.ts';
import { createDevice } from './device.ts';

/** Words that each so many records have: too many to stand in a leaf. */
const HAVING = 2_000;
const WORDS = ['conduct', 'connect', 'conserve', 'convert', 'copy'];

async function createPart() {
  const db = createDevice().store.relaxed;
  const { collected, sink } = collectLeaves();
  const writer = createLeafWriter(sink);
  const packer = createPacker();
  for (const word of [storedBeginning('co') ?? '', ...WORDS]) {
    resetPacker(packer, 0);
    for (let number = 1; number <= HAVING; number++) pack(packer, number * 3, 7, scaleOf(word));
    writer.add(word, packed(packer));
  }
  writer.close();
  await writeRows(db, 1, collected);
  return createSegmentPart(
    segmentSource(db, {
      id: 1,
      format: FORMAT,
      from: 0,
      to: 9_000,
      records: HAVING,
      tongues: ['en'],
      firsts: collected.firsts.join('\n'),
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
  expect(await readFor('con')).toBe(2);
  for (const typed of ['conn', 'conne', 'con', 'cons']) expect(await readFor(typed), typed).toBe(0);
  expect(await readFor('copy')).toBe(1);
});

test.each([
  ['a word', 'connect', false],
  ['a beginning of two letters', 'co', true],
])('the list of %s that nobody looked at yet is asked for beside its leaf', async (_, term, isBeginning) => {
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
  const [lists = []] = await part.match([{ term, isBeginning, weight: isBeginning ? 0.7 : 1 }]);
  expect(lists.map(({ count }) => count)).toEqual([HAVING]);
  expect(told).toEqual(['asked', 'asked', 'answered', 'answered']);
});
