import type { StoredRecord } from '../../../src/domain/record.ts';
import { tidy, timed } from './figures.ts';
import { joinAs } from './ours.ts';
import { type Peer, toDocument } from './pouch.ts';
import { countBytes } from './wire-count.ts';
import { type Place, withServer } from './with-server.ts';

export interface Flow {
  upPerSecond: number;
  downPerSecond: number;
  bytesUp: number;
  /** Both ways, while pulling. */
  bytesDown: number;
}

/**
 * How fast all records go up from one device and come down to another, and what that costs on the wire. Both servers have
 * taken and given some others before, as one that has run for a minute.
 */
export const flowOfOurs = (place: Place, records: StoredRecord[], warmUp: StoredRecord[]): Promise<Flow> =>
  withServer(place, async (url, links) => {
    const wire = await countBytes(url);
    const link = await links(2);
    const [one, other] = [await joinAs(wire.url, link), await joinAs(wire.url, link)];
    await one.push(warmUp);
    const { cursor } = await other.pullAll();
    wire.take();
    tidy();
    const up = await timed(() => one.push(records));
    const sent = wire.take();
    let got = 0;
    tidy();
    const down = await timed(async () => {
      got = (await other.pullAll(cursor)).kept.size;
    });
    if (got !== records.length) throw new Error(`${got} came of ${records.length}`);
    wire.close();
    return toFlow(records.length, up, down, sent, wire.take());
  });

export async function flowOfPouch(
  { url, open }: Peer,
  records: StoredRecord[],
  warmUp: StoredRecord[],
  turn: number,
): Promise<Flow> {
  const wire = await countBytes(url);
  const before = open(`before-${turn}`);
  await before.bulkDocs(warmUp.map(toDocument));
  await before.replicate.to(`${wire.url}/before-${turn}`, { batch_size: 500 });
  await open(`after-${turn}`).replicate.from(`${wire.url}/before-${turn}`, { batch_size: 500 });
  const remote = `${wire.url}/bench-${turn}`;
  const [one, other] = [open(`one-${turn}`), open(`other-${turn}`)];
  await one.bulkDocs(records.map(toDocument));
  wire.take();
  tidy();
  const up = await timed(() => one.replicate.to(remote, { batch_size: 500 }));
  const sent = wire.take();
  tidy();
  const down = await timed(() => other.replicate.from(remote, { batch_size: 500 }));
  const { doc_count: got } = await other.info();
  if (got !== records.length) throw new Error(`${got} came of ${records.length}`);
  const flow = toFlow(records.length, up, down, sent, wire.take());
  wire.close();
  await one.destroy();
  await other.destroy();
  return flow;
}

interface Bytes {
  up: number;
  down: number;
}

const toFlow = (count: number, up: number, down: number, sent: Bytes, got: Bytes): Flow => ({
  upPerSecond: count / up,
  downPerSecond: count / down,
  bytesUp: (sent.up + sent.down) / count,
  bytesDown: (got.up + got.down) / count,
});
