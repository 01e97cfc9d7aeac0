import type { JsonObject } from '../../../src/domain/json.ts';
import { compareVersions, hashBody, isSameVersion, type Stamped } from '../../../src/domain/version.ts';
import type { Row } from '../../../src/server/shelf/sql.ts';
import type { RecordRow } from '../../../src/store/rows.ts';
import type { Device } from './device.ts';
import type { Host } from './host.ts';
import type { Promised } from './people.ts';

interface ServerRecord extends Stamped {
  id: string;
  author: string;
  body: JsonObject | null;
}

interface RecordLine extends Row {
  id: string;
  author: string;
  n: number;
  time: number;
  device: string;
  hash: string;
  deleted: number;
  body: string | null;
}

/** Everything that must be so when all is quiet; gives what is not, as sentences. */
export async function check(host: Host, devices: Device[], promised: Promised, sent: string[]): Promise<string[]> {
  const wrong: string[] = [];
  const records = await readServer(host);
  for (const record of records.values()) {
    if ((await hashBody(record.body)) !== record.version.hash) wrong.push(`${record.id} has not the body of its hash`);
  }
  for (const [id, promise] of promised) wrong.push(...isKept(id, promise, records.get(id)));
  for (const device of devices) wrong.push(...(await checkDevice(host, device, records)));
  if (sent.some((body) => body.includes('private-'))) wrong.push('something private was sent');
  return wrong;
}

/** A promise is kept by its own version or a later one. */
function isKept(id: string, promise: Stamped & { body: JsonObject | null }, record: ServerRecord | undefined) {
  if (!record) return [`${id} was lost: it is not on the server`];
  if (promise.deleted) return record.deleted ? [] : [`${id} was deleted for good and came back`];
  const order = compareVersions(record, promise);
  if (order < 0) return [`${id} was lost: the server has ${say(record)}, promised was ${say(promise)}`];
  const isSameBody = order > 0 || JSON.stringify(record.body) === JSON.stringify(promise.body);
  return isSameBody ? [] : [`${id} has another body than was promised`];
}

async function checkDevice(host: Host, device: Device, records: Map<string, ServerRecord>): Promise<string[]> {
  const wrong: string[] = [];
  const db = device.look().strict;
  const team = await db.teams.get(host.team);
  const rows = await db.records.toArray();
  const ofTeam = rows.filter((row) => row.team === host.team);
  const rowsById = new Map(ofTeam.map((row) => [row.id, row]));
  const say1 = (sentence: string) => wrong.push(`${device.name}: ${sentence}`);
  for (const record of records.values()) {
    const row = rowsById.get(record.id);
    if (!row) say1(`${record.id} never came`);
    else if (!isEqual(row, record)) say1(`${record.id} is ${say(row)} here and ${say(record)} on the server`);
    else if (row.author !== record.author) say1(`${record.id} has another author here`);
  }
  for (const row of ofTeam) {
    if (!records.has(row.id)) say1(`${row.id} is here and not on the server`);
    if (row.refused) say1(`${row.id} was refused: ${row.refused.code}`);
    if (row.mine === 1 && row.author !== team?.member.id) say1(`${row.id} is not mine`);
  }
  const waiting = await db.outbox.toArray();
  for (const row of waiting) say1(`${row.id} still waits in the outbox`);
  const [counter] = await host.database().all<Row & { epoch: string; seq: number }>('select epoch, seq from teams');
  if (team?.cursor !== `${counter?.epoch}.${counter?.seq}`) say1(`its cursor is ${team?.cursor}, not ${counter?.seq}`);
  wrong.push(...leaksOn(device, rows, records, team?.member.id ?? ''));
  return wrong;
}

/** What was taken back or deleted may stand nowhere but with its author, and nothing twice with anyone. */
function leaksOn(device: Device, rows: RecordRow[], records: Map<string, ServerRecord>, me: string): string[] {
  const wrong: string[] = [];
  for (const row of rows) {
    const record = records.get(row.id);
    if (!record || row.body === null) continue;
    if (record.body === null && record.author !== me) wrong.push(`${device.name}: ${row.id} is still readable here`);
    if (record.deleted) wrong.push(`${device.name}: ${row.id} was deleted and is still here`);
    if (record.body !== null && row.team === '') wrong.push(`${device.name}: ${row.id} is here twice`);
  }
  return wrong;
}

const isEqual = (row: RecordRow, record: ServerRecord): boolean =>
  isSameVersion(row.version, record.version) &&
  Boolean(row.deleted) === Boolean(record.deleted) &&
  JSON.stringify(row.body) === JSON.stringify(record.body);

const say = ({ version: { n, time, device, hash }, deleted }: Stamped): string =>
  `${n}/${time}/${device.slice(0, 4)}/${hash.slice(0, 4)}${deleted ? ' deleted' : ''}`;

async function readServer(host: Host): Promise<Map<string, ServerRecord>> {
  const lines = await host.database().all<RecordLine>('select * from records');
  return new Map(
    lines.map(({ id, author, n, time, device, hash, deleted, body }) => [
      id,
      {
        id,
        author,
        version: { n, time, device, hash },
        ...(deleted ? { deleted: true as const } : {}),
        body: body === null ? null : (JSON.parse(body) as JsonObject),
      },
    ]),
  );
}
