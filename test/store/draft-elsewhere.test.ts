import { expect, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { draftSegment, type Findable } from '../../src/search/write/draft.ts';
import { type Adoptable, adopt, prepareAdoption } from '../../src/store/adopt.ts';
import {
  type Asked,
  type Drafted,
  type DraftWorker,
  draftIn,
  draftInTurn,
  type Patience,
} from '../../src/store/draft-elsewhere.ts';
import { find } from '../../src/store/find.ts';
import { createDevice, value } from './device.ts';

const COUNT = 2_500;
const lesson = (n: number): Adoptable => ({
  id: createId(),
  kind: 'lesson',
  schema: 1,
  version: { n: 1, time: n, device: 'd', hash: 'h' },
  body: { created: n, title: 'Imported', note: n % 7 === 0 ? '' : `number${n} ${n % 2 ? 'odd' : 'even'}` },
});

/** What a worker does, with everything copied on its way as between threads. */
function createWorker(
  answer: (asked: number) => 'draft' | 'say so' | 'end' | 'nothing' | 'garble' | 'refuse',
): DraftWorker & { asked: number; patience: Patience } {
  let hear: (event: { data: Drafted }) => void = () => {};
  let fail = () => {};
  let garble = () => {};
  let drafting = 0;
  const worker = {
    asked: 0,
    /** Runs out for what is never answered, and for nothing else: no clock decides. */
    patience(giveUp: () => void) {
      let isOver = false;
      const look = () => {
        if (isOver) return;
        if (drafting > 0) setTimeout(look);
        else giveUp();
      };
      setTimeout(look);
      return () => {
        isOver = true;
      };
    },
    addEventListener(type: 'message' | 'error' | 'messageerror', listener: never) {
      if (type === 'message') hear = listener;
      else if (type === 'messageerror') garble = listener;
      else fail = listener;
    },
    postMessage(data: Asked) {
      const how = answer(worker.asked++);
      if (how === 'refuse') throw new DOMException('Data cannot be cloned, out of memory.', 'DataCloneError');
      if (how === 'end') return fail();
      if (how === 'garble') return garble();
      if (how === 'nothing') return;
      void draft(structuredClone(data), how === 'say so');
    },
  };
  const draft = async ({ n, records }: Asked, isUnable: boolean) => {
    drafting++;
    const data = structuredClone({ n, draft: isUnable ? null : await draftSegment(records) });
    drafting--;
    hear({ data });
  };
  return worker;
}

test.each([
  ['a worker that works', () => 'draft' as const, [3]],
  ['one that says that it cannot', (asked: number) => (asked === 1 ? 'say so' : 'draft'), [3]],
  ['one that ends in the middle', (asked: number) => (asked === 1 ? 'end' : 'draft'), [2]],
  ['one whose answer does not come through', (asked: number) => (asked === 1 ? 'garble' : 'draft'), [2]],
  ['one that cannot be asked', (asked: number) => (asked === 1 ? 'refuse' : 'draft'), [2]],
  // The others may have been asked already when patience runs out.
  ['one that falls silent', (asked: number) => (asked === 1 ? 'nothing' : 'draft'), [2, 3]],
  ['one that never says anything', () => 'nothing' as const, [1, 2, 3]],
] as const)('everything brought in is found: %s', async (_, answer, asked) => {
  const { store } = createDevice();
  const records = Array.from({ length: COUNT }, (_, n) => lesson(n));
  const worker = createWorker(answer);
  expect(value(await adopt(store, records, draftIn(worker, worker.patience).draft))).toEqual({
    added: COUNT,
    newer: 0,
    same: 0,
  });
  expect(asked).toContain(worker.asked);
  const total = async (typed: string) => (await find(store.relaxed, typed, { limit: 3 })).total;
  expect(await total('imported ')).toBe(COUNT);
  expect(await total('odd ')).toBe(records.filter(({ body }) => String(body?.note).endsWith('odd')).length);
  for (const n of [1, 999, 1002, 2_498]) expect(await total(`number${n} `)).toBe(1);
});

test('where nobody waits any more, nothing is drafted here instead, and patience ends', async () => {
  const worker = createWorker(() => 'nothing');
  const patient = new Set<() => void>();
  const { draft, stop } = draftIn(worker, (giveUp) => {
    patient.add(giveUp);
    return () => void patient.delete(giveUp);
  });
  let isDrafted = false;
  void draft([null]).then(() => {
    isDrafted = true;
  });
  expect(patient.size).toBe(1);
  const giveUps = [...patient];
  stop();
  expect(patient.size).toBe(0);
  for (const giveUp of giveUps) giveUp();
  // Longer than to draft it here would take.
  await draftSegment([null]);
  expect(isDrafted).toBe(false);
});

test('a worker that answers is not silent, however many wait for it: patience begins anew with each answer', async () => {
  const hears: ((event: { data: Drafted }) => void)[] = [];
  const worker: DraftWorker = {
    postMessage() {},
    addEventListener: (type: string, hear: never) => void (type === 'message' && hears.push(hear)),
  };
  let begun = 0;
  const patient = new Set<() => void>();
  const { draft } = draftIn(worker, (giveUp) => {
    begun++;
    patient.add(giveUp);
    return () => void patient.delete(giveUp);
  });
  const made = await draftSegment([null]);
  const drafting = [0, 1, 2].map(() => draft([null]));
  expect([begun, patient.size]).toEqual([1, 1]);
  for (const n of [0, 1, 2]) {
    for (const hear of hears) hear({ data: { n, draft: made } });
    expect([begun, patient.size]).toEqual(n < 2 ? [n + 2, 1] : [3, 0]);
  }
  expect(await Promise.all(drafting)).toEqual([made, made, made]);
  void draft([null]);
  expect([begun, patient.size]).toEqual([4, 1]);
});

test('no more batches are made ready ahead than those who draft can make use of', { timeout: 60_000 }, async () => {
  const { store } = createDevice();
  for (const count of [1, 2]) {
    const records = Array.from({ length: (4 * count + 1) * 1_000 }, (_, n) => lesson(n));
    const workers = Array.from({ length: count }, () => createWorker(() => 'nothing'));
    const { draft, stop } = draftInTurn(workers, () => () => {});
    await prepareAdoption(store, records, draft, count);
    await expect.poll(() => workers.map(({ asked }) => asked), { timeout: 30_000 }).toEqual(workers.map(() => 4));
    await draftSegment(Array.from({ length: 200 }, () => null));
    expect(workers.map(({ asked }) => asked)).toEqual(workers.map(() => 4));
    stop();
  }
});

test('what is asked for when it was stopped already is asked of nobody', async () => {
  const worker = createWorker(() => 'nothing');
  let patiences = 0;
  const { draft, stop } = draftIn(worker, () => {
    patiences++;
    return () => {};
  });
  stop();
  void draft([null]);
  await draftSegment([null]);
  expect([worker.asked, patiences]).toEqual([0, 0]);
});

test('where there is no worker, what is drafted here ends when nobody waits for it any more', async () => {
  const { draft, stop } = draftIn(null);
  const facets = { kind: 'lesson', author: 'a', isMine: true, isShared: false, site: '', link: '', tags: [], has: [] };
  let read = 0;
  const watched = Array.from(
    { length: 300 },
    (): Findable => ({
      facets,
      get read() {
        if (++read === 10) stop();
        return { title: 'Watched', site: '' };
      },
    }),
  );
  let isDrafted = false;
  void draft(watched).then(() => {
    isDrafted = true;
  });
  // Longer than it would take.
  await draftSegment(Array.from({ length: 600 }, () => ({ facets, read: { title: 'Other', site: '' } })));
  expect([read, isDrafted]).toEqual([10, false]);
});

test('of several workers each drafts in its turn, one that cannot keeps none of the others from it, and all are stopped at once', async () => {
  const { store } = createDevice();
  const records = Array.from({ length: 4_500 }, (_, n) => lesson(n));
  const workers = [createWorker(() => 'draft'), createWorker(() => 'end')] as const;
  const { draft, stop } = draftInTurn([...workers]);
  expect(value(await adopt(store, records, draft)).added).toBe(records.length);
  expect(workers.map(({ asked }) => asked)).toEqual([3, 1]);
  expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(records.length);
  stop();
  void draft([null]);
  void draft([null]);
  await draftSegment([null]);
  expect(workers.map(({ asked }) => asked)).toEqual([3, 1]);
});
