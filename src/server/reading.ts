import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
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

/** Threads at most: more than two are not kept busy by one connection to the database. */
const THREADS_MAX = 2;

/**
 * Large pushes are read on threads of their own, so that nobody who listens or asks for something waits for one that
 * another sends. A thread is begun with the first push that needs it. Where their program does not stand beside this one, which
 * only a build puts there, everything is read at once.
 */
export function createReading(program = PROGRAM): Reading {
  const isThere = existsSync(program);
  const most = Math.max(1, Math.min(THREADS_MAX, availableParallelism() - 1));
  const threads = new Set<Thread>();
  /** One with nothing to do, a new one, or the one with the least. */
  const choose = (): Thread => {
    const [least] = [...threads].sort((a, b) => a.waiting() - b.waiting());
    if (least && (least.waiting() === 0 || threads.size === most)) return least;
    const thread = openThread(program, () => threads.delete(thread));
    threads.add(thread);
    return thread;
  };
  return {
    read: async (body, author) => {
      if (!isThere) return readPush(body, author);
      const read = saysSmall(body) ? readSmall(body, author) : null;
      return read ?? choose().ask(body, author);
    },
    close: async () => void (await Promise.all([...threads].map((thread) => thread.close()))),
  };
}

/** Null where a push unpacks to more than it says: its last bytes may be another, empty piece of gzip, or none of it at all. */
function readSmall(body: Body, author: string): ReadPush | null {
  try {
    return readPush(body, author, SMALL_BYTES);
  } catch (error) {
    if (error instanceof Problem && error.code === 'too-large') return null;
    throw error;
  }
}

/** By what gzip says at its end of the size it unpacks to. */
function saysSmall({ bytes, encoding }: Body): boolean {
  const isPacked = encoding === 'gzip' && bytes.length >= GZIP_LEAST;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacked = isPacked ? view.getUint32(bytes.length - 4, true) : 0;
  return Math.max(unpacked, bytes.length) <= SMALL_BYTES;
}

interface Thread {
  ask(body: Body, author: string): Promise<ReadPush>;
  /** How many pushes it has to read. */
  waiting(): number;
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
  const end = (error: unknown) => {
    onGone();
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
    waiting: () => waiting.size,
    close: async () => void (await worker.terminate()),
  };
}

function errorOf({ problem, failed }: Answered): Error | null {
  if (problem) return new Problem(problem.status, problem.code, problem.message);
  return failed === undefined ? null : new Error(failed);
}
