import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readEvents, type ServerEvent } from '../../src/sync/events.ts';
import { type Joined, newsSchema } from '../../src/wire/sync.ts';
import { aRecord } from './records.ts';
import { type Running, startRunning } from './running.ts';
import { findPostgres, type Postgres, startPostgres } from './shelf/postgres.ts';

const programs = findPostgres();
const QUICK = { timeout: 15_000, interval: 5 };

describe.runIf(programs)('two nodes on one PostgreSQL', () => {
  let postgres: Postgres;
  let nodes: Running[] = [];
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
  }, 60_000);
  afterAll(() => postgres.close());
  afterEach(async () => {
    for (const node of nodes.splice(0)) await node.stop();
  });

  const start = async () => {
    const databaseUrl = await postgres.createDatabase();
    nodes = [await startRunning({ databaseUrl }), await startRunning({ databaseUrl })];
    return nodes as [Running, Running];
  };
  const push = async (node: Running, { token }: Joined) => {
    const record = await aRecord();
    const body = JSON.stringify({ records: [record] });
    expect((await node.ask('/v1/push', { method: 'POST', body, token })).status).toBe(200);
    return record;
  };

  it('are one team: what one takes in the other gives, and its listeners hear of it', async () => {
    const [one, other] = await start();
    expect(other.team.id).toBe(one.team.id);
    const [anne, ben] = [await one.join('member'), await other.join('member', 'Ben')];
    const heard: ServerEvent[] = [];
    const stop = listen(other, ben, heard);
    await vi.waitFor(() => expect(other.live()).toBe(1), QUICK);
    const record = await push(one, anne);
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), QUICK);
    const news = newsSchema.parse(JSON.parse(heard.find(({ event }) => event === 'news')?.data ?? '{}'));
    expect(news.records).toMatchObject([{ id: record.id, author: anne.member.id }]);
    const pulled = await (await other.ask('/v1/pull', { token: ben.token })).text();
    expect(pulled).toContain(record.id);
    stop();
  });

  it('end a stream when its token ended at the other', async () => {
    const [one, other] = await start();
    const ben = await one.join('member', 'Ben');
    const heard: ServerEvent[] = [];
    const stop = listen(other, ben, heard);
    await vi.waitFor(() => expect(other.live()).toBe(1), QUICK);
    await one.ask('/v1/leave', { method: 'POST', body: '{"records":"leave"}', token: ben.token });
    await vi.waitFor(() => expect(heard.map(({ event }) => event)).toContain('gone'), QUICK);
    expect(other.live()).toBe(0);
    stop();
  });

  it('lose nothing when both are pushed to at once', async () => {
    const [one, other] = await start();
    const [anne, ben] = [await one.join('member'), await other.join('member', 'Ben')];
    const pushed = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? push(one, anne) : push(other, ben))),
    );
    const pulled = await (await one.ask('/v1/pull', { token: ben.token })).text();
    for (const { id } of pushed) expect(pulled).toContain(id);
  });
});

function listen(node: Running, { token, epoch }: Joined, heard: ServerEvent[]): () => void {
  const stop = new AbortController();
  const read = async () => {
    const response = await node.ask(`/v1/live?after=${epoch}.0`, { token, signal: stop.signal });
    if (!response.body) throw new Error('no stream');
    for await (const event of readEvents(response.body, () => undefined)) heard.push(event);
  };
  void read().catch(() => undefined);
  return () => stop.abort();
}
