import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Problem } from './problem.ts';
import type { Body } from './read-json.ts';
import { type ReadPush, readPush } from './read-push.ts';
import { type SentColumns, toSents } from './sent-columns.ts';

/** Reads pushes, which is most of the work they make. Rejects with a Problem where one is none. */
export interface Reading {
  read(body: Body, author: string): Promise<ReadPush>;
  close(): Promise<void>;
}

export interface Asked {
  n: number;
  body: Body;
  author: string;
}

/** Either what was read, or the problem that is to be answered, or what nobody expected. */
export interface Answered {
  n: number;
  columns?: SentColumns;
  refused?: ReadPush['refused'];
  problem?: Pick<Problem, 'status' | 'code' | 'message'>;
  failed?: string;
}

/** Unpacked bytes up to which a push is read at once: going to a thread and back would take as long. */
const SMALL_BYTES = 32 * 1024;
/** Head and end of gzip alone. */
const GZIP_LEAST = 18;
/** Of a thread's short-lived memory: texts of a push would be copied about in less. */
const YOUNG_MB = 96;

const PROGRAM = fileURLToPath(new URL('reading-thread.js', import.meta.url));

/**
 * Large pushes are read on a thread of their own, so that nobody who listens or asks for something waits for one that
 * another sends. It is begun with the first of them. Where its program does not stand beside this one, which only a
 * build puts there, everything is read at once.
 */
export function createReading(program = PROGRAM): Reading {
  const isThere = existsSync(program);
  let thread: Thread | null = null;
  return {
    async read(body, author) {
      if (!isThere || isSmall(body)) return readPush(body, author);
      thread ??= openThread(program, () => {
        thread = null;
      });
      return thread.ask(body, author);
    },
    close: async () => thread?.close(),
  };
}

/** What gzip says at its end of the size it unpacks to is checked where it is unpacked. */
function isSmall({ bytes, encoding }: Body): boolean {
  const isPacked = encoding === 'gzip' && bytes.length >= GZIP_LEAST;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacked = isPacked ? view.getUint32(bytes.length - 4, true) : 0;
  return Math.max(unpacked, bytes.length) <= SMALL_BYTES;
}

interface Thread {
  ask(body: Body, author: string): Promise<ReadPush>;
  close(): Promise<void>;
}

function openThread(program: string, onGone: () => void): Thread {
  const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const waiting = new Map<number, { done(read: ReadPush): void; failed(error: unknown): void }>();
  let last = 0;
  worker.unref();
  worker.on('message', (answered: Answered) => {
    const asking = waiting.get(answered.n);
    waiting.delete(answered.n);
    const error = errorOf(answered);
    if (error) asking?.failed(error);
    else asking?.done({ records: answered.columns ? toSents(answered.columns) : [], refused: answered.refused ?? [] });
  });
  let isGone = false;
  const end = (error: unknown) => {
    if (!isGone) onGone();
    isGone = true;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  // Whoever waited is told to try again, and the next push begins another thread.
  worker.once('error', end);
  worker.once('exit', () => end(new Error('The thread that reads pushes ended.')));
  return {
    ask: (body, author) =>
      new Promise((done, failed) => {
        const n = ++last;
        waiting.set(n, { done, failed });
        worker.postMessage({ n, body, author } satisfies Asked);
      }),
    close: async () => void (await worker.terminate()),
  };
}

function errorOf({ problem, failed }: Answered): Error | null {
  if (problem) return new Problem(problem.status, problem.code, problem.message);
  return failed === undefined ? null : new Error(failed);
}
