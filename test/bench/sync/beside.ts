import type { StoredRecord } from '../../../src/domain/record.ts';
import { createId } from '../../../src/kit/id.ts';
import { percentile, round, timed } from './figures.ts';
import { AT_ONCE, type Client, joinAs } from './ours.ts';
import { makeRecord } from './records.ts';
import { type Place, withServer } from './with-server.ts';

/** Between one small push and the next. */
const PAUSE_MS = 10;
const ALONE_MS = 2_000;

/**
 * What others notice of a member who pushes as fast as the server takes it: another's push of one record, until it is
 * answered, a look at the newest, and a request that needs no database. All large pushes are packed before, so that this
 * process has time to measure.
 */
export const besideAFlood = (place: Place, records: StoredRecord[]): Promise<Record<string, Record<string, number>>> =>
  withServer(place, async (url, links) => {
    const link = await links(3);
    const [flooding, writing, reading] = [await joinAs(url, link), await joinAs(url, link), await joinAs(url, link)];
    const flood: Uint8Array<ArrayBuffer>[] = [];
    for (let i = 0; i < 3; i++) {
      flood.push(...(await flooding.prepare(records.map((record) => ({ ...record, id: createId() })))));
    }
    const alone = await watch(url, writing, reading, new Promise((done) => setTimeout(done, ALONE_MS)));
    const count = flood.length;
    const began = performance.now();
    const over = Promise.all(Array.from({ length: AT_ONCE }, () => sendAll(flooding, flood)));
    const beside = await watch(url, writing, reading, over);
    const floodPerSecond = Math.round((count * 1_000) / (performance.now() - began));
    return { alone, 'beside a flood': { ...beside, 'pushes of 500 a second': floodPerSecond } };
  });

async function sendAll(client: Client, flood: Uint8Array<ArrayBuffer>[]): Promise<void> {
  for (let next = flood.pop(); next; next = flood.pop()) await client.send(next);
}

async function watch(url: string, writing: Client, reading: Client, over: Promise<unknown>) {
  const headers = { Authorization: `Bearer ${reading.token}` };
  const get = async (path: string) => (await fetch(url + path, { headers })).text();
  let isOver = false;
  void over.finally(() => {
    isOver = true;
  });
  const took: Record<string, number[]> = { 'push of one': [], 'newest 1': [], healthz: [] };
  const note = async (name: string, work: () => Promise<unknown>) => took[name]?.push((await timed(work)) * 1_000);
  while (!isOver) {
    const packed = await writing.prepare([await makeRecord(createId())]);
    await note('push of one', () => Promise.all(packed.map(writing.send)));
    await note('newest 1', () => get('/v1/pull?newest=1'));
    await note('healthz', () => get('/healthz'));
    await pause(PAUSE_MS);
  }
  await over;
  const figures = Object.entries(took).flatMap(([name, all]) =>
    [50, 99].map((percent): [string, number] => [`${name} p${percent}`, round(percentile(all, percent))]),
  );
  return { times: took.healthz?.length ?? 0, ...Object.fromEntries(figures) };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
