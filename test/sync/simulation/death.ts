import type { Random } from './random.ts';

/** Thrown where a process would have been gone. */
export class Killed extends Error {}

/** A thread of life: everything a process does with the world passes by, and may be the last thing it did. */
export interface Life {
  /** Throws when this process is dead, or dies now. */
  pass(): void;
  /** Dies after so many more passes. */
  end(after: number): void;
  isOver(): boolean;
  /** Calls back when it ends; gives the way to forget that. */
  onEnd(then: () => void): () => void;
}

export function createLife(): Life {
  const atEnd = new Set<() => void>();
  let left = Number.POSITIVE_INFINITY;
  const life: Life = {
    pass() {
      if (left > 0) left--;
      else {
        life.end(0);
        throw new Killed('killed');
      }
    },
    end(after) {
      const wasOver = left <= 0;
      left = Math.min(left, after);
      if (left <= 0 && !wasOver) for (const then of atEnd) then();
    },
    isOver: () => left <= 0,
    onEnd(then) {
      atEnd.add(then);
      return () => void atEnd.delete(then);
    },
  };
  return life;
}

/** How far from now a process dies: often soon, sometimes late. */
export const someTime = (random: Random): number => Math.floor(random.next() ** 2 * 60);

/** Dexie hands a transaction's error on inside its own. */
export function isDeath(error: unknown): boolean {
  if (error instanceof Killed) return true;
  if (typeof error !== 'object' || error === null) return false;
  const { inner, message } = error as { inner?: unknown; message?: string };
  return message === 'killed' || (inner !== undefined && inner !== error && isDeath(inner));
}
