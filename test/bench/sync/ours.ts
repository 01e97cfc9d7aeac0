import { Agent, request } from 'node:http';
import { recordSchema, type StoredRecord } from '../../../src/domain/record.ts';
import { createId } from '../../../src/kit/id.ts';
import { gzip } from '../../../src/sync/gzip.ts';
import { readInviteLink } from '../../../src/wire/invite-link.ts';
import { type Joined, joinedSchema, PUSH_BYTES_MAX, pulledSchema, pushedSchema } from '../../../src/wire/sync.ts';

/** A device that speaks the protocol with the client's own schemas and packing, and keeps what it gets in memory. */
export interface Client {
  token: string;
  push(records: StoredRecord[]): Promise<void>;
  pullAll(limit?: number): Promise<Map<string, StoredRecord>>;
  /** Opens a stream; `hear` gets each event's text. */
  live(hear: (data: string) => void): Promise<() => void>;
}

export async function joinAs(url: string, link: string): Promise<Client> {
  const read = readInviteLink(link);
  if (!read.ok) throw new Error('no invite');
  const body = { invite: read.value.invite, key: createId(), name: 'Bench', device: { id: createId(), name: 'Bench' } };
  const response = await fetch(`${url}/v1/join`, { method: 'POST', body: JSON.stringify(body) });
  return createClient(url, joinedSchema.parse(await response.json()));
}

function createClient(url: string, { token, epoch }: Joined): Client {
  const headers = { Authorization: `Bearer ${token}` };
  const send = async (records: StoredRecord[]) => {
    const body = await gzip(JSON.stringify({ records }));
    const init = { method: 'POST', headers: { ...headers, ...body.headers }, body: body.bytes };
    const { verdicts } = pushedSchema.parse(await (await fetch(`${url}/v1/push`, init)).json());
    if (verdicts.some(({ verdict }) => verdict === 'refused')) throw new Error('a record was refused');
  };
  return {
    token,
    async push(records) {
      for (const batch of cut(records)) await send(batch);
    },
    async pullAll(limit = 500) {
      const kept = new Map<string, StoredRecord>();
      for (let cursor = '', more = true; more; ) {
        const after = cursor === '' ? '' : `&after=${cursor}`;
        const response = await fetch(`${url}/v1/pull?limit=${limit}${after}`, { headers });
        const page = pulledSchema.parse(await response.json());
        for (const one of page.records) {
          const record = recordSchema.parse(one);
          kept.set(record.id, record);
        }
        cursor = page.cursor ?? '';
        more = page.more;
      }
      return kept;
    },
    live: (hear) => openStream(`${url}/v1/live?after=${epoch}.0`, headers, hear),
  };
}

function cut(records: StoredRecord[]): StoredRecord[][] {
  const batches: StoredRecord[][] = [];
  let [batch, bytes]: [StoredRecord[], number] = [[], 64];
  for (const record of records) {
    const size = Buffer.byteLength(JSON.stringify(record)) + 1;
    if (batch.length === 500 || bytes + size > PUSH_BYTES_MAX) {
      batches.push(batch);
      [batch, bytes] = [[], 64];
    }
    batch.push(record);
    bytes += size;
  }
  return [...batches, batch];
}

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

/** A stream read as it comes; the client's own reader is measured elsewhere, thousands of them would measure this process. */
export function openStream(
  url: string,
  headers: Record<string, string>,
  hear: (data: string) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent }, (response) => {
      response.setEncoding('utf8');
      response.on('data', hear);
      resolve(() => asked.destroy());
    });
    asked.on('error', reject);
    asked.end();
  });
}
