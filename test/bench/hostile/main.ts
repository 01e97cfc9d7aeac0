/**
 * `npm run bench -- hostile --data FILE.jsonl.gz`: every `payload` of a set of hostile texts as a raw body, a record's text,
 * a header, a name, a path and a query of a real server. Each answer must be a clear one (no 5xx), what is kept must come
 * back as it was, and the process must stay up.
 */
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { readOptions, refuse } from '../../../src/dev/options.mjs';
import { createId } from '../../../src/kit/id.ts';
import { pulledSchema } from '../../../src/wire/sync.ts';
import { aRecord } from '../../server/records.ts';
import { type Running, startRunning } from '../../server/running.ts';

const { values } = readOptions({ options: { data: { type: 'string' } } });
if (!values.data || !existsSync(values.data))
  refuse('Name a set with --data FILE.jsonl.gz; each line has a "payload".');
const lines = gunzipSync(readFileSync(values.data)).toString('utf8').split('\n').filter(Boolean);
const payloads = lines.map((line) => String((JSON.parse(line) as { payload: unknown }).payload));

const server = await startRunning({ log: 'all', pushesPerMinute: 1_000_000, failedJoinsPerHour: 1_000_000 });
let { token } = await server.join('owner');
/** So that the limit on reading is not what answers. */
const ONE_DEVICE = 300;
const answers = new Map<string, Map<number, number>>();
const count = (way: string, status: number) => {
  const byStatus = answers.get(way) ?? new Map<number, number>();
  answers.set(way, byStatus.set(status, (byStatus.get(status) ?? 0) + 1));
};

const post = (path: string, body: string) => server.ask(path, { method: 'POST', body, token });
const ways: Record<string, (payload: string) => Promise<number>> = {
  body: async (payload) => (await post('/v1/push', payload)).status,
  record: async (payload) => {
    const body = { created: 1, note: payload, [payload.slice(0, 64)]: payload };
    return (await post('/v1/push', JSON.stringify({ records: [await aRecord({ body })] }))).status;
  },
  id: async (payload) => {
    const record = { ...(await aRecord()), id: payload, kind: payload, author: payload };
    return (await post('/v1/push', JSON.stringify({ records: [record] }))).status;
  },
  name: async (payload) => {
    const device = { id: createId(), name: payload };
    return (await post('/v1/join', JSON.stringify({ invite: payload, key: createId(), name: payload, device }))).status;
  },
  header: (payload) => raw(server, '/v1/me', { authorization: `Bearer ${payload}`, 'x-forwarded-for': payload }),
  path: (payload) => raw(server, `/v1/${encodeURIComponent(payload)}`, {}),
  query: (payload) =>
    raw(server, `/v1/pull?after=${encodeURIComponent(payload)}`, { authorization: `Bearer ${token}` }),
};

for (const [i, payload] of payloads.entries()) {
  if (i % ONE_DEVICE === 0) token = (await server.join('owner')).token;
  for (const [way, ask] of Object.entries(ways)) count(way, await ask(payload));
}
const failed = [...answers.values()].flatMap((byStatus) => [...byStatus]).filter(([status]) => status >= 500);
const isUp = (await server.ask('/healthz')).status === 200;
token = (await server.join('owner')).token;
const wrong = await differing(server);
const said = server.lines.filter((line) => payloads.some((one) => one.length > 12 && line.includes(one))).length;
console.table(Object.fromEntries([...answers].map(([way, byStatus]) => [way, Object.fromEntries(byStatus)])));
await server.stop();
const summary = { bench: 'hostile', payloads: payloads.length, failed: failed.length, isUp, wrong, inLog: said };
console.log(JSON.stringify(summary));
process.exitCode = failed.length === 0 && isUp && wrong === 0 && said === 0 ? 0 : 1;

/** Past fetch, which would not send every header. What cannot stand in a header at all is not sent: status 0. */
function raw({ url }: Running, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    try {
      const asking = request(url + path, { headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      asking.on('error', () => resolve(0));
      asking.end();
    } catch {
      resolve(0);
    }
  });
}

/** How many of the texts that were kept did not come back as they were. */
async function differing({ ask }: Running): Promise<number> {
  const there = new Set<string>();
  for (let cursor = '', more = true; more; ) {
    const page = pulledSchema.parse(
      await (await ask(`/v1/pull${cursor === '' ? '' : `?after=${cursor}`}`, { token })).json(),
    );
    for (const record of page.records) there.add(String((record as { body?: { note?: unknown } }).body?.note));
    cursor = page.cursor ?? '';
    more = page.more;
  }
  return payloads.filter((payload) => JSON.stringify(payload).length < 30_000 && !there.has(payload)).length;
}
