import { Agent, request } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';
import type { StoredRecord } from '../../../src/domain/record.ts';
import { readStored } from '../../../src/domain/stored.ts';
import { createId } from '../../../src/kit/id.ts';
import { PUSHES_AT_ONCE } from '../../../src/sync/push.ts';
import { readInviteLink } from '../../../src/wire/invite-link.ts';
import {
  type Joined,
  joinedSchema,
  PULL_RECORDS_MAX,
  PUSH_BYTES_MAX,
  PUSH_RECORDS_MAX,
  type Pulled,
  pulledSchema,
  pushedSchema,
} from '../../../src/wire/sync.ts';

export const AT_ONCE = PUSHES_AT_ONCE;

/** A device that speaks the protocol with the client's own schemas and packing, and keeps what it gets in memory. */
export interface Client {
  token: string;
  push(records: StoredRecord[]): Promise<void>;
  /** As {@link Client.push} packs them, one for each request. */
  prepare(records: StoredRecord[]): Promise<Uint8Array<ArrayBuffer>[]>;
  /** One request with what was prepared. */
  send(packed: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What came after a cursor, and the next one. */
  pullAll(after?: string): Promise<{ kept: Map<string, StoredRecord>; cursor: string }>;
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
  // What browsers take from a server with TLS; Node would ask for gzip alone.
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'br, gzip' };
  const send = async (body: Uint8Array<ArrayBuffer>) => {
    const packed = { ...headers, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    const init = { method: 'POST', headers: packed, body };
    const { verdicts } = pushedSchema.parse(await (await fetch(`${url}/v1/push`, init)).json());
    if (verdicts.some(({ verdict }) => verdict === 'refused')) throw new Error('a record was refused');
  };
  let swept = 0;
  const pull = async (cursor: string) => {
    const after = cursor === '' ? '' : `&after=${cursor}`;
    const path = `/v1/pull?limit=${PULL_RECORDS_MAX}${after}&swept=${swept}&form=columns`;
    const page = pulledSchema.parse(JSON.parse(await readAnswer(`${url}${path}`, headers)));
    swept = page.swept ?? swept;
    return page;
  };
  return {
    token,
    send,
    prepare: (records) => Promise.all([...cut(records)].map(pack)),
    async push(records) {
      const batches = cut(records);
      const packNext = () => {
        const { value } = batches.next();
        return value ? pack(value) : null;
      };
      // The next is packed while this one is answered.
      const work = async () => {
        for (let packing = packNext(); packing; ) {
          const sending: Promise<void> = send(await packing);
          packing = packNext();
          await sending;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    // As the extension does: the next page is on its way while this one is kept.
    async pullAll(after = '') {
      const kept = new Map<string, StoredRecord>();
      let cursor = after;
      for (let asked: Promise<Pulled> | null = pull(cursor); asked; ) {
        const page: Pulled = await asked;
        cursor = page.cursor ?? '';
        asked = page.more ? pull(cursor) : null;
        for (const one of page.records) {
          const record = readStored(one);
          if (!record) throw new Error('a record has not the form of one');
          kept.set(record.id, record);
        }
      }
      return { kept, cursor };
    },
    live: (hear) => openStream(`${url}/v1/live?after=${epoch}.0`, headers, hear),
  };
}

/** As browsers pack, in one step: Node's `CompressionStream` takes dozens, which would measure this process. */
const pack = async (records: string[]) =>
  new Uint8Array(await zip(`{"records":[${records.join(',')}]}`, { chunkSize: 1024 * 1024 }));
const zip = promisify(gzip);

/** Records as JSON, as many together as a push may have; each batch is made when it is its turn, as the extension does. */
function* cut(records: StoredRecord[]): Generator<string[]> {
  let [batch, bytes]: [string[], number] = [[], 64];
  for (const record of records) {
    const json = JSON.stringify(record);
    const size = Buffer.byteLength(json) + 1;
    if (batch.length === PUSH_RECORDS_MAX || bytes + size > PUSH_BYTES_MAX) {
      yield batch;
      [batch, bytes] = [[], 64];
    }
    batch.push(json);
    bytes += size;
  }
  yield batch;
}

const kept = new Agent({ keepAlive: true });
const unpack = promisify(brotliDecompress);

/** The text of an answer, unpacked in few steps as browsers do; Node's fetch takes a hundred for a page, which would measure this process. */
function readAnswer(url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent: kept }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const bytes = Buffer.concat(pieces);
        const isPacked = response.headers['content-encoding'] === 'br';
        if (!isPacked) return resolve(bytes.toString());
        unpack(bytes, { chunkSize: 1024 * 1024 }).then((whole) => resolve(whole.toString()), reject);
      });
    });
    asked.on('error', reject);
    asked.end();
  });
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
