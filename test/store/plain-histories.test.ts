import fc from 'fast-check';
import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { merge } from '../../src/store/segment-merge.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { beginHistory, endHistory, standing, steps, take } from './histories.ts';
import type { History } from './history-acts.ts';
import { plainScan } from './plain-scan.ts';
import { said, typed } from './plain-texts.ts';

/** More in .ci/histories.mjs. What failed is done again with the seed and the path that are told. */
const { HISTORIES = 40, FROM } = process.env;
const MERGE_BYTES = 300;
const counted = { histories: 0, queries: 0, died: 0 };

it('search finds what a reference finds that shares nothing with it, whatever was done and wherever it died', {
  timeout: 600_000,
}, async () => {
  const history = fc.array(steps(said), { minLength: 5, maxLength: 25 });
  const queries = fc.array(fc.tuple(typed, fc.constantFrom(1, 3, 500)), { minLength: 4, maxLength: 12 });
  await fc.assert(fc.asyncProperty(history, queries, agreeAlways), {
    numRuns: Number(HISTORIES),
    ...(FROM ? { path: FROM } : {}),
  });
  if (process.env.HISTORIES) console.log(JSON.stringify(counted));
});

type Query = [typed: string, limit: number];

async function agreeAlways(all: Parameters<typeof take>[1][], queries: Query[]): Promise<void> {
  const history = await beginHistory();
  for (const [i, step] of all.entries()) {
    await take(history, step);
    await agree(history, queries[i % queries.length] as Query);
  }
  const rows = await history.device.store.relaxed.records.filter((row) => row.body !== null && !row.removeAt).toArray();
  const kept = rows.filter(({ kind }) => kind !== 'profile').map(({ team, id, body }) => ({ team, id, body }));
  const due = standing(history).map(({ team, id, body }) => ({ team, id, body }));
  expect(kept.toSorted(byId), 'nothing is lost').toEqual(due.toSorted(byId));
  for (const query of queries) await agree(history, query);
  // Before, while and after it is merged, in steps so small that there are some.
  const { store } = history.device;
  while (await flush(store.relaxed, 1)) await agree(history, queries[0] as Query);
  const goOn = async () => (await merge(store.relaxed, MERGE_BYTES)) || (await tendIndex(store, 0));
  for (let i = 0; await goOn(); i++) await agree(history, queries[i % queries.length] as Query);
  for (const query of queries) await agree(history, query);
  counted.histories++;
  counted.died += history.died;
  await endHistory(history);
}

const byId = (a: { team: string; id: string }, b: { team: string; id: string }): number =>
  `${a.team} ${a.id}` < `${b.team} ${b.id}` ? -1 : 1;

/** Finds the same records, all of them or as many as are asked for, what has all that is asked for before the rest, and says how many there are. */
async function agree(history: History, [query, limit]: Query): Promise<void> {
  counted.queries++;
  const scanned = plainScan(standing(history), query, limit);
  const expected = scanned.map(({ record: { team, id }, isWhole }) => ({ team, id, isWhole }));
  const found = await find(history.device.store.relaxed, query, { limit, patienceMs: 60_000 });
  const shown = found.hits.map(({ record: { team, id }, isWhole }) => ({ team, id, isWhole }));
  const message = `${query}| at ${limit}`;
  expect([found.whole, found.total], message).toEqual([expected.filter((one) => one.isWhole).length, expected.length]);
  expect(shown.length, message).toBe(Math.min(limit, expected.length));
  if (shown.length === expected.length) expect(shown.toSorted(byId), message).toEqual(expected.toSorted(byId));
  else for (const one of shown) expect(expected, message).toContainEqual(one);
  const order = shown.map(({ isWhole }) => Number(isWhole));
  expect(order, message).toEqual(order.toSorted((a, b) => b - a));
}
