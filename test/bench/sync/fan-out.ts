import { percentile, round } from './figures.ts';
import { type Client, joinAs, openStream } from './ours.ts';
import { type Peer, toDocument } from './pouch.ts';
import { makeRecord } from './records.ts';
import { type Place, withServer } from './with-server.ts';

/** How long a new record takes to reach so many who listen. */
export const fanOutOfOurs = (place: Place, count: number): Promise<Record<string, number>> =>
  withServer(place, async (url, links) => {
    const devices = Math.ceil(count / 500);
    const link = await links(devices + 1);
    const clients: Client[] = [];
    for (let i = 0; i <= devices; i++) clients.push(await joinAs(url, link));
    const [writer, ...readers] = clients;
    return spread(
      count,
      (i, hear) => readers[i % readers.length]?.live(hear) ?? Promise.reject(new Error('no reader')),
      async (mark) => writer?.push([await makeRecord(mark)]),
    );
  });

export async function fanOutOfPouch({ url }: Peer, count: number) {
  const remote = `${url}/live-${count}`;
  await fetch(remote, { method: 'PUT' });
  const changes = `${remote}/_changes?feed=continuous&include_docs=true&heartbeat=10000`;
  return spread(
    count,
    (_, hear) => openStream(changes, {}, hear),
    async (mark) => {
      const body = JSON.stringify(toDocument(await makeRecord(mark)));
      await fetch(remote, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    },
  );
}

/** Milliseconds from sending a new record to each listener having it. */
export async function spread(
  count: number,
  open: (i: number, hear: (data: string) => void) => Promise<() => void>,
  write: (mark: string) => Promise<unknown>,
): Promise<Record<string, number>> {
  const heard: string[] = Array(count).fill('');
  let onHeard = (_: number) => {};
  // All at once: a server may answer only when it has something to say.
  const opening = heard.map((_, i) =>
    open(i, (data) => {
      heard[i] = (heard[i] + data).slice(-8_000);
      onHeard(i);
    }),
  );
  await write('first');
  const stops = await Promise.all(opening);
  const took: number[] = [];
  for (let n = 0; n < 20; n++) {
    const mark = `mark-${n}-${Math.random()}`;
    const waiting = new Set(heard.keys());
    const began = performance.now();
    const all = new Promise<void>((resolve) => {
      onHeard = (i) => {
        if (!waiting.has(i) || !heard[i]?.includes(mark)) return;
        waiting.delete(i);
        took.push(performance.now() - began);
        if (waiting.size === 0) resolve();
      };
    });
    await write(mark);
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 15_000))]);
    for (const _ of waiting) took.push(15_000);
  }
  for (const stop of stops) stop();
  return { p50: round(percentile(took, 50)), p99: round(percentile(took, 99)), worst: round(Math.max(...took)) };
}
