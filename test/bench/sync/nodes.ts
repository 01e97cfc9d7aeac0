import type { StoredRecord } from '../../../src/domain/record.ts';
import { startProcess } from '../../server/kills/server-process.ts';
import { spread } from './fan-out.ts';
import { round, timed } from './figures.ts';
import { type Client, joinAs } from './ours.ts';
import { makeRecord } from './records.ts';
import { type Place, withServer } from './with-server.ts';

const DEVICES = 4;
const LISTENERS = 50;

/** The same work on one node and on two that share a database: four devices push, then four pull; each half at a node. */
export async function compareNodes(place: () => Promise<Place>, records: StoredRecord[]) {
  const figures: Record<string, Record<string, number>> = {};
  for (const count of [1, 2])
    figures[`${count} node${count > 1 ? 's' : ''}`] = await workOn(await place(), count, records);
  return figures;
}

const workOn = (place: Place, count: number, records: StoredRecord[]): Promise<Record<string, number>> =>
  withServer(place, async (url, links) => {
    const others = await Promise.all(Array.from({ length: count - 1 }, () => startOther(place)));
    const urls = [url, ...others.map((other) => other.url)];
    try {
      const link = await links(DEVICES + 2);
      const token = new URL(link).hash;
      const at = (i: number) => urls[i % urls.length] ?? url;
      const join = (i: number) => joinAs(at(i), `${at(i)}/join${token}`);
      const devices = await Promise.all(Array.from({ length: DEVICES }, (_, i) => join(i)));
      const up = await timed(() => Promise.all(devices.map((device, i) => device.push(share(records, i)))));
      const got: number[] = [];
      const down = await timed(async () => {
        for (const { kept } of await Promise.all(devices.map((device) => device.pullAll()))) got.push(kept.size);
      });
      if (got.some((size) => size < records.length)) throw new Error(`${got} came of ${records.length}`);
      const listening = await hearAcross(await join(0), await join(1));
      const upPerSecond = round(records.length / up);
      return { upPerSecond, downPerSecond: round((records.length * DEVICES) / down), ...listening };
    } finally {
      for (const other of others) await other.stop();
    }
  });

const share = (records: StoredRecord[], i: number) => records.filter((_, at) => at % DEVICES === i);

const startOther = ({ program, environment }: Place) =>
  startProcess(program, { STREAMS_PER_DEVICE: '1000', ...environment });

/** Written at one node, heard by listeners at the other (the same, where there is one). */
async function hearAcross(writer: Client, listener: Client): Promise<Record<string, number>> {
  const heard = await spread(
    LISTENERS,
    (_, hear) => listener.live(hear),
    async (mark) => writer.push([await makeRecord(mark)]),
  );
  return { [`p50 to ${LISTENERS}, ms`]: heard.p50 ?? Number.NaN, [`p99 to ${LISTENERS}, ms`]: heard.p99 ?? Number.NaN };
}
