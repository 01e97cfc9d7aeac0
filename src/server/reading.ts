import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Log } from './log.ts';
import { NotStarted, openThread, type Thread } from './open-thread.ts';
import { busy, Problem } from './problem.ts';
import type { Body } from './read-json.ts';
import { type ReadPush, readPush } from './read-push.ts';

/** Reads pushes, which is most of the work they make. Rejects with a Problem where one is none. */
export interface Reading {
  read(body: Body, author: string): Promise<ReadPush>;
  close(): Promise<void>;
}

/** Unpacked bytes up to which a push is read at once: going to a thread and back would take as long. */
const SMALL_BYTES = 32 * 1024;
/** Head and end of gzip alone. */
const GZIP_LEAST = 18;

const PROGRAM = fileURLToPath(new URL('reading-thread.js', import.meta.url));

/** Threads at most: more than two are not kept busy by one connection to the database. */
const THREADS_MAX = 2;
/** Of bodies that wait for a thread, in all. Beyond that their senders are to come again: they have them, and memory ends. */
const WAITING_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Large pushes are read on threads of their own, so that nobody who listens or asks for something waits for one that
 * another sends. A thread is begun with the first push that needs it. Where their program does not stand beside this one, which
 * only a build puts there, or does not start, everything is read at once. Rejects with a `too-many` where more waits than `waitingMax` bytes.
 */
export function createReading(log: Log, program = PROGRAM, waitingMax = WAITING_BYTES_MAX): Reading {
  let hasThreads = existsSync(program);
  let waitingBytes = 0;
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
  const readThere = async (body: Body, author: string): Promise<ReadPush> => {
    const { length } = body.bytes;
    if (waitingBytes + length > waitingMax) throw busy();
    waitingBytes += length;
    try {
      return await choose().ask(body, author);
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error;
      // Another one would not start either; slower is better than not at all.
      if (hasThreads)
        log.problem({ what: 'reading thread did not start, pushes are read without', error: error.message });
      hasThreads = false;
      return readPush(body, author);
    } finally {
      waitingBytes -= length;
    }
  };
  return {
    read: async (body, author) => {
      if (!hasThreads) return readPush(body, author);
      const read = saysSmall(body) ? readSmall(body, author) : null;
      return read ?? readThere(body, author);
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
