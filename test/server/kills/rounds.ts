import type { StoredRecord } from '../../../src/domain/record.ts';
import { recordSchema } from '../../../src/domain/record.ts';
import { isSameVersion } from '../../../src/domain/same-version.ts';
import { createId } from '../../../src/kit/id.ts';
import { readInviteLink } from '../../../src/wire/invite-link.ts';
import { type Joined, joinedSchema, pulledSchema, pushedSchema } from '../../../src/wire/sync.ts';
import { aRecord } from '../records.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

export interface Rounds {
  rounds: number;
  acknowledged: number;
  /** Acknowledged, and not there or not as it was. */
  lost: number;
  /** Seen twice in one reading of the feed. */
  doubled: number;
  /** Pushes that were under way when it died. */
  cutOff: number;
  slowestStartMs: number;
}

const WRITERS = 6;
const LIFE_MS = 250;
/** One push in so many is large: it is read on another thread, and goes another way into PostgreSQL. */
const LARGE_ONE_IN = 8;
const someCount = (): number => {
  const isLarge = Math.random() * LARGE_ONE_IN < 1;
  return isLarge ? 200 + Math.floor(Math.random() * 300) : 1 + Math.floor(Math.random() * 20);
};

/** Kills the server at a random moment of a random load, starts it again on what is left, and counts what is missing. */
export async function killRounds(
  program: string,
  environment: Record<string, string>,
  rounds: number,
  tell: (so: Rounds) => void = () => undefined,
): Promise<Rounds> {
  const so: Rounds = { rounds: 0, acknowledged: 0, lost: 0, doubled: 0, cutOff: 0, slowestStartMs: 0 };
  const kept = new Map<string, StoredRecord>();
  let server = await startProcess(program, environment);
  const me = await joinFirst(server);
  for (; so.rounds < rounds; so.rounds++) {
    let begun = () => {};
    const first = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const writers = Array.from({ length: WRITERS }, () => writeUntilItDies(server.url, me, kept, begun));
    await first;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LIFE_MS));
    await server.kill();
    so.cutOff += (await Promise.all(writers)).reduce((a, b) => a + b, 0);
    const began = Date.now();
    server = await startProcess(program, environment);
    so.slowestStartMs = Math.max(so.slowestStartMs, Date.now() - began);
    await compare(server.url, me, kept, so, so.rounds % 2 === 0 ? 'records' : 'columns');
    tell(so);
  }
  await server.stop();
  return so;
}

async function joinFirst({ ownerLink, url }: ServerProcess): Promise<Joined> {
  const link = readInviteLink(ownerLink ?? '');
  if (!link.ok) throw new Error('the server gave no owner link');
  const body = { invite: link.value.invite, key: createId(), name: 'Anne', device: { id: createId(), name: 'Test' } };
  const response = await fetch(`${url}/v1/join`, { method: 'POST', body: JSON.stringify(body) });
  return joinedSchema.parse(await response.json());
}

/** Pushes new records and later versions of old ones; notes what was acknowledged. Gives the pushes cut off: one or none. */
async function writeUntilItDies(
  url: string,
  me: Joined,
  kept: Map<string, StoredRecord>,
  begun: () => void,
): Promise<number> {
  const own: StoredRecord[] = [];
  for (;;) {
    const records = await Promise.all(
      Array.from({ length: someCount() }, async () => {
        const before = Math.random() < 0.3 ? own[Math.floor(Math.random() * own.length)] : undefined;
        const body = { created: 1, note: createId() };
        return aRecord({ author: me.member.id, body, ...(before ? { id: before.id, n: before.version.n + 1 } : {}) });
      }),
    );
    const distinct = [...new Map(records.map((record) => [record.id, record])).values()];
    const acknowledged = await push(url, me, distinct).catch(() => null);
    if (!acknowledged) return 1;
    for (const record of distinct) {
      kept.set(record.id, record);
      own.push(record);
    }
    begun();
  }
}

async function push(url: string, me: Joined, records: StoredRecord[]): Promise<true> {
  const headers = { Authorization: `Bearer ${me.token}` };
  const response = await fetch(`${url}/v1/push`, { method: 'POST', headers, body: JSON.stringify({ records }) });
  const { verdicts } = pushedSchema.parse(await response.json());
  if (verdicts.some(({ verdict }) => verdict === 'refused')) throw new Error('a record was refused');
  return true;
}

/** What was acknowledged must be there as it was, or in a later version whose answer was cut off. Read in either form of a page. */
async function compare(
  url: string,
  me: Joined,
  kept: Map<string, StoredRecord>,
  so: Rounds,
  form: 'records' | 'columns',
): Promise<void> {
  const there = new Map<string, StoredRecord>();
  for (let cursor = '', more = true; more; ) {
    const after = cursor === '' ? '' : `&after=${cursor}`;
    const response = await fetch(`${url}/v1/pull?form=${form}${after}`, {
      headers: { Authorization: `Bearer ${me.token}` },
    });
    const page = pulledSchema.parse(await response.json());
    for (const one of page.records) {
      const record = recordSchema.parse(one);
      if (there.has(record.id)) so.doubled++;
      there.set(record.id, record);
    }
    cursor = page.cursor ?? '';
    more = page.more;
  }
  so.lost = [...kept.values()].filter((record) => {
    const now = there.get(record.id);
    return (
      !now || now.version.n < record.version.n || (isSameVersion(now.version, record.version) && !isEqual(now, record))
    );
  }).length;
  so.acknowledged = kept.size;
}

const isEqual = (a: StoredRecord, b: StoredRecord): boolean => JSON.stringify(a.body) === JSON.stringify(b.body);
