import type { Answer } from './call.ts';

/** Records that are late alone, one after the other, until it is said that the line carries nothing. */
const LATE_MAX = 4;

/** What one exchange leaves for its end, or for the next: records that were late though they went alone. */
export interface Later {
  /** How many records are left out. */
  count(): number;
  has(id: string): boolean;
  /** Whether a record that was met is left out: what has as many bytes as one that was late would be late as well. */
  leaves(id: string, bytes: number): boolean;
  /** A record was late alone, with that answer. */
  add(id: string, bytes: number, answer: Answer<never>): void;
  /** Something came through. */
  through(): void;
  /** Nothing else waits: whether there is more to be tried, since the line does carry something. */
  release(): boolean;
  /** The answer to the last that was late; null where none was. */
  answer(): Answer<never> | null;
  /** So many were late in turn that nothing more is to be tried. */
  isEnough(): boolean;
}

export function createLater(): Later {
  const late = new Set<string>();
  const larger = new Set<string>();
  let below = Number.POSITIVE_INFINITY;
  let inTurn = 0;
  let last: Answer<never> | null = null;
  return {
    count: () => late.size + larger.size,
    has: (id) => late.has(id) || larger.has(id),
    leaves(id, bytes) {
      if (bytes < below) return false;
      larger.add(id);
      return true;
    },
    add(id, bytes, answer) {
      late.add(id);
      below = Math.min(below, bytes);
      inTurn++;
      last = answer;
    },
    through() {
      inTurn = 0;
    },
    release() {
      if (larger.size === 0 || inTurn > 0) return false;
      larger.clear();
      below = Number.POSITIVE_INFINITY;
      return true;
    },
    answer: () => last,
    isEnough: () => inTurn >= LATE_MAX,
  };
}
