import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JsonObject, jsonObjectSchema } from '../../src/domain/json.ts';
import { BODY_DEPTH_MAX } from '../../src/domain/limits.ts';
import { createId } from '../../src/kit/id.ts';
import { type Joined, problemSchema, pulledSchema, pushedSchema } from '../../src/wire/sync.ts';
import { aRecord } from './records.ts';
import { type Running, startRunning } from './running.ts';

describe('bad input', () => {
  let server: Running;
  let anne: Joined;
  beforeAll(async () => {
    server = await startRunning({ failedJoinsPerHour: 10_000 });
    anne = await server.join('member');
  });
  afterAll(() => server.stop());

  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    server.ask(path, { method: 'POST', body, headers, token: anne.token });
  const push = async (...records: unknown[]) => {
    const response = await post('/v1/push', JSON.stringify({ records }));
    return pushedSchema.parse(await response.json()).verdicts;
  };
  const problemOf = async (response: Response) => [response.status, problemSchema.parse(await response.json()).code];

  it('answers a clear 400 to what is not JSON, not UTF-8, not gzip, broken or of another form', async () => {
    const bodies: [BodyInit, Record<string, string>?][] = [
      [''],
      ['{'],
      ['{"records":[}'],
      ['null'],
      ['[]'],
      ['"records"'],
      ['{"records":{}}'],
      ['{"records":null}'],
      [new Uint8Array([0xff, 0xfe, 0x00])],
      ['{}', { 'Content-Encoding': 'gzip' }],
      ['{"records":[]}', { 'Content-Encoding': 'br' }],
      [gzipSync('{"records":[]}').subarray(0, 20), { 'Content-Encoding': 'gzip' }],
      [JSON.stringify({ records: Array(501).fill({}) })],
    ];
    for (const [body, headers] of bodies) {
      expect(await problemOf(await post('/v1/push', body, headers))).toEqual([400, 'not-valid']);
    }
  });

  it('refuses what is too deep, in brackets of any kind, and survives it', async () => {
    for (const [opening, closing] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = opening.repeat(100_000) + (opening === '[' ? '' : '1') + closing.repeat(100_000);
      expect(await problemOf(await post('/v1/push', `{"records":[${deep}]}`))).toEqual([400, 'too-deep']);
    }
    const quoted = await aRecord({ body: { created: 1, note: '[{'.repeat(2_000) } });
    expect((await push(quoted))[0]?.verdict).toBe('applied');
  });

  it('takes a body that is as deep as a device takes one, and refuses one that is a level deeper', async () => {
    const nested = (levels: number): JsonObject => (levels === 1 ? {} : { a: nested(levels - 1) });
    const [most, more] = [nested(BODY_DEPTH_MAX), nested(BODY_DEPTH_MAX + 1)];
    expect([most, more].map((body) => jsonObjectSchema.safeParse(body).success)).toEqual([true, false]);
    expect((await push(await aRecord({ body: most })))[0]?.verdict).toBe('applied');
    const records = [await aRecord({ body: more })];
    expect(await problemOf(await post('/v1/push', JSON.stringify({ records })))).toEqual([400, 'too-deep']);
  });

  it('refuses what is too large, packed or not', async () => {
    const large = JSON.stringify({ records: ['x'.repeat(1_200_000)] });
    expect(await problemOf(await post('/v1/push', large))).toEqual([413, 'too-large']);
    const bomb = gzipSync(`{"records":["${'0'.repeat(50_000_000)}"]}`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(await post('/v1/push', bomb, { 'Content-Encoding': 'gzip' }))).toEqual([413, 'too-large']);
  });

  it('reads little of whoever is not known yet, packed or not', async () => {
    const joining = (key: string) => JSON.stringify({ invite: 'x', key, name: 'x', device: { id: 'x', name: 'x' } });
    expect(await problemOf(await post('/v1/join', joining('k'.repeat(20_000))))).toEqual([413, 'too-large']);
    const packed = gzipSync(joining('k'.repeat(20_000)));
    expect(await problemOf(await post('/v1/join', packed, { 'Content-Encoding': 'gzip' }))).toEqual([413, 'too-large']);
    expect(await problemOf(await post('/v1/join', joining('k'.repeat(64))))).toEqual([410, 'invite-ended']);
  });

  it('gives each record of a push its own verdict, the bad ones too', async () => {
    const good = await aRecord();
    const tooLarge = await aRecord({ body: { created: 1, note: 'ü'.repeat(40_000) } });
    const wrongHash = { ...(await aRecord()), body: { created: 1, note: 'another' } };
    const odd: unknown[] = [
      null,
      7,
      'x',
      [],
      {},
      { ...good, id: '' },
      { ...good, id: 'a\u0000b' },
      { ...good, kind: 3 },
    ];
    const verdicts = await push(...odd, tooLarge, wrongHash, good, await aRecord({ body: {}, deleted: true }));
    expect(verdicts.slice(0, odd.length).map(({ verdict }) => verdict)).toEqual(odd.map(() => 'refused'));
    const codes = verdicts.slice(odd.length).map((one) => (one.verdict === 'refused' ? one.code : one.verdict));
    expect(codes).toEqual(['too-large', 'not-valid', 'applied', 'not-valid']);
  });

  it('keeps any text in a body as it is, half characters too', async () => {
    const notes = [
      '\u0000',
      '\u2028',
      "'); drop table records; --",
      '<script>',
      'ﷺ',
      '\ufeff',
      '__proto__',
      '\ud800',
      '\\ud800',
    ];
    const records = await Promise.all(notes.map((note) => aRecord({ body: { created: 1, note } })));
    expect((await push(...records)).map(({ verdict }) => verdict)).toEqual(notes.map(() => 'applied'));
    const response = await server.ask('/v1/pull', { token: anne.token });
    const pulled = JSON.stringify(pulledSchema.parse(await response.json()).records);
    for (const note of notes) expect(pulled).toContain(JSON.stringify(note));
  });

  it('does not join anyone with an invite of a wrong form', async () => {
    const device = { id: createId(), name: 'x' };
    const body = (invite: unknown, name: unknown = 'Ben') => JSON.stringify({ invite, key: createId(), name, device });
    for (const invite of ['sli_', `sli_${'x'.repeat(44)}`, "sli_' or 1=1 --", '\u0000', 'sli_ü'.padEnd(48, 'x')]) {
      expect(await problemOf(await post('/v1/join', body(invite)))).toEqual([410, 'invite-ended']);
    }
    for (const [invite, name] of [
      [1, 'Ben'],
      ['', 'Ben'],
      ['x'.repeat(201), 'Ben'],
      ['sli_x', ''],
      ['sli_x', ' \u0000\u202e '],
      ['sli_x', 'n'.repeat(121)],
    ]) {
      expect(await problemOf(await post('/v1/join', body(invite, name)))).toEqual([400, 'not-valid']);
    }
  });

  it('does not take cursors, counts or addresses that are not', async () => {
    const epoch = anne.epoch;
    for (const query of [
      'after=x',
      'after=1.2.3',
      `after=${epoch}.-1`,
      `after=${epoch}.1e9`,
      'limit=-1',
      'limit=0',
      'newest=x',
    ]) {
      expect(await problemOf(await server.ask(`/v1/pull?${query}`, { token: anne.token }))).toEqual([400, 'not-valid']);
    }
    for (const query of ['after=other.0', `after=${epoch}.999999999`]) {
      const response = await server.ask(`/v1/pull?${query}`, { token: anne.token });
      expect(await problemOf(response)).toEqual([409, 'epoch-changed']);
    }
    for (const path of [
      '/v1/',
      '/v1/nothing',
      '/v1/push',
      '/x/../../etc/passwd',
      '/site/..%2f..%2fpackage.json',
      '/%00',
      '/%ff',
    ]) {
      const [status, code] = await problemOf(await server.ask(path, { token: anne.token }));
      expect([status, code]).toEqual([404, 'not-found']);
    }
  });

  it('lets go of a request that breaks off, and goes on', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = `POST /v1/push HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${anne.token}\r\nContent-Length: 100\r\n\r\n`;
    await new Promise<void>((resolve) => socket.write(`${head}{"records":[`, () => resolve()));
    socket.destroy();
    expect((await server.ask('/healthz')).status).toBe(200);
  });

  it('logs neither tokens, names, bodies nor addresses', async () => {
    await server.ask('/v1/pull?after=secret-cursor', { token: anne.token });
    await server.ask('/somewhere-private');
    await push(await aRecord({ body: { created: 1, note: 'a private thought' } }));
    const log = server.lines.join('\n');
    const never = [anne.token, anne.member.id, 'Anne', 'private', 'secret-cursor', '127.0.0.1', 'drop table'];
    for (const word of never) expect(log).not.toContain(word);
    expect(log).toContain('"route":"/v1/pull"');
  });
});

describe('limits', () => {
  it('lets a device push so often and says when to try again', async () => {
    const server = await startRunning({ pushesPerMinute: 3 });
    const { token } = await server.join('member');
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let i = 0; i < 4; i++) {
      last = await server.ask('/v1/push', { method: 'POST', body: '{"records":[]}', token });
      statuses.push(last.status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    await server.stop();
  });

  it('stops who guesses invites, and no one else', async () => {
    const server = await startRunning({ failedJoinsPerHour: 2, trustProxy: true });
    const guess = (from: string) => {
      const body = { invite: `sli_${'x'.repeat(44)}`, key: createId(), name: 'x', device: { id: 'x', name: 'x' } };
      const headers = { 'X-Forwarded-For': from };
      return server.ask('/v1/join', { method: 'POST', body: JSON.stringify(body), headers });
    };
    const statuses: number[] = [];
    for (const from of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) statuses.push((await guess(from)).status);
    expect(statuses).toEqual([410, 410, 429, 410]);
    await server.stop();
  });
});
