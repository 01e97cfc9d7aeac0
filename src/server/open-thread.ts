import { Worker } from 'node:worker_threads';
import { Problem } from './problem.ts';
import type { Body } from './read-json.ts';
import type { ReadPush } from './read-push.ts';
import { type SentColumns, toSents } from './sent-columns.ts';

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

/** What a thread says first. */
export const STARTED = 'started';
type Started = typeof STARTED;

/** Of a thread's short-lived memory: texts of a push would be copied about in less. */
const YOUNG_MB = 96;

/** A thread that reads pushes. */
export interface Thread {
  ask(body: Body, author: string): Promise<ReadPush>;
  /** How many pushes it has to read. */
  waiting(): number;
  close(): Promise<void>;
}

/** Whoever waits for a thread whose program did not even start fails with {@link NotStarted}. */
export class NotStarted extends Error {}

export function openThread(program: string, onGone: () => void): Thread {
  const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const waiting = new Map<number, { done(read: ReadPush): void; failed(error: unknown): void }>();
  let last = 0;
  let [hasStarted, isClosing] = [false, false];
  worker.unref();
  worker.on('message', (answered: Answered | Started) => {
    hasStarted = true;
    if (answered === STARTED) return;
    const asking = waiting.get(answered.n);
    waiting.delete(answered.n);
    const error = errorOf(answered);
    if (error) asking?.failed(error);
    else asking?.done({ records: answered.columns ? toSents(answered.columns) : [], refused: answered.refused ?? [] });
  });
  const end = (error: unknown) => {
    onGone();
    const why = hasStarted || isClosing ? error : new NotStarted(String(error));
    for (const { failed } of waiting.values()) failed(why);
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
    close: async () => {
      isClosing = true;
      await worker.terminate();
    },
  };
}

function errorOf({ problem, failed }: Answered): Error | null {
  if (problem) return new Problem(problem.status, problem.code, problem.message);
  return failed === undefined ? null : new Error(failed);
}
