import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log, LogEntry } from '../../src/server/log.ts';
import { Problem } from '../../src/server/problem.ts';
import type { Body } from '../../src/server/read-json.ts';
import { readPush } from '../../src/server/read-push.ts';
import { createReading, type Reading } from '../../src/server/reading.ts';
import { buildServer } from './kills/server-process.ts';
import { aRecord } from './records.ts';

const NOTE = 'ä "so" \ud83d\ude00 '.repeat(400);

const packed = (json: string): Body => ({ bytes: gzipSync(json), encoding: 'gzip' });
const problemOf = (work: Promise<unknown>) => work.catch((error: unknown) => error);

/** Records of every kind there is, and things that are none. */
async function manyThings(): Promise<unknown[]> {
  const good = Array.from({ length: 40 }, (_, i) => aRecord({ body: { created: i + 1, note: NOTE } }));
  const [one, other] = await Promise.all([aRecord({ body: null, deleted: true }), aRecord({ body: null, time: 0.1 })]);
  const bent = { ...other, id: 'bent', version: { ...other.version, hash: 'another' } };
  return [null, ...(await Promise.all(good)), one, bent, 7, other];
}

describe('a large push', () => {
  let built: Awaited<ReturnType<typeof buildServer>>;
  let reading: Reading;
  let problems: LogEntry[] = [];
  const log: Log = { note: () => undefined, problem: (entry) => void problems.push(entry) };
  const threadProgram = () => resolve(dirname(built.program), 'reading-thread.js');
  /** One that starts and never answers: whether a push is read before its thread ends is then no matter of time. */
  const silentProgram = () => {
    const program = resolve(dirname(built.program), 'silent-thread.mjs');
    writeFileSync(program, "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});");
    return program;
  };

  beforeAll(async () => {
    built = await buildServer();
    reading = createReading(log, threadProgram());
  });
  afterAll(async () => {
    await reading.close();
    built.remove();
  });

  it('is read on a thread as it would be here', async () => {
    const body = packed(JSON.stringify({ records: await manyThings() }));
    const read = await reading.read({ ...body }, 'anne');
    expect(read).toEqual(readPush(body, 'anne'));
    expect([read.records.length, read.refused.map(({ at }) => at)]).toEqual([42, [0, 42, 43]]);
  });

  it('that is none is the same problem there', async () => {
    const deep = `{"records":[${'['.repeat(500)}${']'.repeat(500)},"${'x'.repeat(40_000)}"]}`;
    for (const text of ['x'.repeat(40_000), JSON.stringify({ no: 'x'.repeat(40_000) }), deep]) {
      const problem = await problemOf(reading.read(packed(text), 'anne'));
      expect(problem).toBeInstanceOf(Problem);
      expect(problem).toEqual(await problemOf((async () => readPush(packed(text), 'anne'))()));
    }
  });

  it('is not believed where it says that it unpacks to little', async () => {
    const { bytes } = packed(JSON.stringify({ records: await manyThings() }));
    const lying = new Uint8Array(bytes);
    lying.set([10, 0, 0, 0], lying.length - 4);
    expect(await problemOf(reading.read({ bytes: lying, encoding: 'gzip' }, 'anne'))).toMatchObject({ status: 400 });
  });

  it('goes to a thread too where its last bytes say that it is small', async () => {
    const { bytes } = packed(JSON.stringify({ records: await manyThings() }));
    for (const more of [Buffer.alloc(4), gzipSync('')]) {
      const body = { bytes: Buffer.concat([bytes, more]), encoding: 'gzip' };
      expect(await reading.read(body, 'anne')).toEqual(readPush(body, 'anne'));
      const silent = createReading(log, silentProgram());
      const cut = problemOf(silent.read(body, 'anne'));
      await silent.close();
      // Read here, it would have been read.
      expect(String(await cut)).toContain('ended');
    }
  });

  it('leaves the thread that listens and answers to others', async () => {
    const body = packed(JSON.stringify({ records: await manyThings() }));
    let turns = 0;
    let isOver = false;
    const asked = Promise.all(Array.from({ length: 20 }, () => reading.read(body, 'anne'))).then(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
    await asked;
    // Read here, they would all be done before the first turn was over.
    expect(turns).toBeGreaterThan(20);
  });

  it('is refused for now when its thread ends, and the next one is read', async () => {
    const body = packed(JSON.stringify({ records: await manyThings() }));
    const program = silentProgram();
    const ending = createReading(log, program);
    const cut = problemOf(ending.read(body, 'anne'));
    await ending.close();
    expect(String(await cut)).toContain('ended');
    copyFileSync(threadProgram(), program);
    expect((await ending.read(body, 'anne')).records.length).toBe(42);
    await ending.close();
  });

  it('is to come again where too much waits already, and then is read', async () => {
    const body = packed(JSON.stringify({ records: await manyThings() }));
    const narrow = createReading(log, threadProgram(), body.bytes.length * 2);
    const asked = await Promise.all([1, 2, 3].map(() => problemOf(narrow.read(body, 'anne'))));
    expect(asked.slice(0, 2)).toEqual([readPush(body, 'anne'), readPush(body, 'anne')]);
    expect(asked[2]).toMatchObject({ status: 503, code: 'too-many', retryAfter: 5 });
    expect(await narrow.read(body, 'anne')).toEqual(asked[0]);
    await narrow.close();
  });

  it.each(["throw new Error('broken');", 'this is no program', 'process.exit(0);'])(
    'is read all the same where the program of the threads does not start (%s), and the log says so once',
    async (text) => {
      const program = resolve(dirname(built.program), 'broken-thread.mjs');
      writeFileSync(program, text);
      problems = [];
      const lame = createReading(log, program);
      const body = packed(JSON.stringify({ records: await manyThings() }));
      const reads = await Promise.all([lame.read(body, 'anne'), lame.read(body, 'anne')]);
      expect([...reads, await lame.read(body, 'anne')]).toEqual(Array(3).fill(readPush(body, 'anne')));
      expect(problems.map(({ what }) => what)).toEqual(['reading thread did not start, pushes are read without']);
      rmSync(program);
    },
  );
});
