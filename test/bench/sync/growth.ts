import type { StoredRecord } from '../../../src/domain/record.ts';
import { createId } from '../../../src/kit/id.ts';
import { percentile, round, timed } from './figures.ts';
import { type Client, joinAs } from './ours.ts';
import { makeRecord } from './records.ts';
import { type Place, withServer } from './with-server.ts';

const TIMES = 20;
/** Records made at a time, so that a million fit into memory. */
const PART = 10_000;

/** What the same requests take as a team grows to each of the sizes (rising). In milliseconds, but for records a second. */
export const grow = (
  name: string,
  place: Place,
  sizes: number[],
  records: StoredRecord[],
): Promise<Record<string, Record<string, number>>> =>
  withServer(place, async (url, links) => {
    const client = await joinAs(url, await links(1));
    const figures: Record<string, Record<string, number>> = {};
    let size = 0;
    for (const next of sizes) {
      let seconds = 0;
      const missing = next - size;
      for (; size < next; ) {
        const part = records.slice(0, Math.min(PART, next - size)).map((record) => ({ ...record, id: createId() }));
        seconds += await timed(() => client.push(part));
        size += part.length;
      }
      figures[`${name}, ${next}`] = {
        'up to there, records/s': Math.round(missing / seconds),
        ...(await look(url, client)),
      };
      console.log(next, JSON.stringify(figures[`${name}, ${next}`]));
    }
    return figures;
  });

async function look(url: string, client: Client): Promise<Record<string, number>> {
  const headers = { Authorization: `Bearer ${client.token}`, 'Accept-Encoding': 'br' };
  const get = async (path: string) => (await fetch(`${url}/v1/${path}`, { headers })).text();
  const last = /"cursor":"([^"]+)"/.exec(await get(`pull?after=${await cursorOf(get)}&limit=1`))?.[1] ?? '';
  return {
    'push of one': await median(async () => client.push([await makeRecord(createId())])),
    'pull of nothing new': await median(() => get(`pull?after=${last}&form=columns`)),
    'newest 200': await median(() => get('pull?newest=200&form=columns')),
    'first page of 2,000': await median(() => get('pull?limit=2000&form=columns')),
  };
}

/** The end of the feed: where it stands says any answer to `newest`. */
async function cursorOf(get: (path: string) => Promise<string>): Promise<string> {
  const [seq, me] = [/"swept":(\d+)/.exec(await get('pull?newest=1'))?.[1], await get('me')];
  return `${(JSON.parse(me) as { epoch: string }).epoch}.${seq}`;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < TIMES; i++) took.push((await timed(work)) * 1000);
  return round(percentile(took, 50));
}
