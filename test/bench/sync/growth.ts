import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { StoredRecord } from '../../../src/domain/record.ts';
import { createId } from '../../../src/kit/id.ts';
import { percentile, round, timed } from './figures.ts';
import { type Client, joinAs } from './ours.ts';
import { makeRecord } from './records.ts';
import { type Place, withServer } from './with-server.ts';

const TIMES = 20;
/** Who push at the same time, and for how long. */
const DEVICES = 8;
const PUSHING_MS = 2_000;
/** Records made at a time, so that a million fit into memory. */
const PART = 10_000;

/** What the same requests take as a team grows to each of the sizes (rising). In milliseconds where nothing else is said. */
export const grow = (
  name: string,
  place: Place,
  sizes: number[],
  records: StoredRecord[],
): Promise<Record<string, Record<string, number>>> =>
  withServer(place, async (url, links) => {
    const link = await links(DEVICES);
    const devices = await Promise.all(Array.from({ length: DEVICES }, () => joinAs(url, link)));
    const [client] = devices as [Client];
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
        'pushes of one a second': await pushAtOnce(devices),
        'database, MB': round((await bytesOf(place)) / 1e6),
      };
      console.log(next, JSON.stringify(figures[`${name}, ${next}`]));
    }
    return figures;
  });

async function pushAtOnce(devices: Client[]): Promise<number> {
  let done = 0;
  const end = performance.now() + PUSHING_MS;
  const work = async (client: Client) => {
    for (; performance.now() < end; done++) await client.push([await makeRecord(createId())]);
  };
  await Promise.all(devices.map(work));
  return Math.round((done * 1_000) / PUSHING_MS);
}

/** What the database takes on the disk, with its log. */
async function bytesOf({ environment: { DATA_DIR, DATABASE_URL } }: Place): Promise<number> {
  if (DATA_DIR) return readdirSync(DATA_DIR).reduce((sum, file) => sum + statSync(join(DATA_DIR, file)).size, 0);
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  const { rows } = await client.query('select pg_database_size(current_database()) as bytes');
  await client.end();
  return Number(rows[0].bytes);
}

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
