import type { Case, Stretch } from './data.ts';

/**
 * `right`: exactly there, for an edited passage at least seven tenths of both, for one that is gone nowhere.
 * `near`: not that, but it touches. `wrong`: shown where nothing of it is. `lost`: it stands there and was not found.
 */
export type Outcome = 'right' | 'near' | 'wrong' | 'lost';

const MOST_OF_BOTH = 0.7;

export function judge({ truth, b }: Case, found: Stretch | null): Outcome {
  if (!b) return found ? 'wrong' : 'right';
  if (!found) return 'lost';
  const shared = Math.min(b[1], found[1]) - Math.max(b[0], found[0]);
  if (shared <= 0) return 'wrong';
  const most = Math.min(shared / (b[1] - b[0]), shared / (found[1] - found[0]));
  const isSame = b[0] === found[0] && b[1] === found[1];
  return isSame || (truth === 'edited' && most >= MOST_OF_BOTH) ? 'right' : 'near';
}

export interface Row {
  asked: Case;
  found: Stretch | null;
}

const TRUTHS = ['present', 'edited', 'moved', 'deleted', 'decoy'] as const;

/** Shares in per cent: of all cases and of each class those that are right, of those shown the wrong, of those findable the lost. */
export function headline(rows: Row[]): Record<string, number | null> {
  const count = (some: Row[], outcome: Outcome): number =>
    some.filter(({ asked, found }) => judge(asked, found) === outcome).length;
  const percent = (part: number, whole: number): number | null =>
    whole > 0 ? Number(((100 * part) / whole).toFixed(1)) : null;
  const rightOf = (some: Row[]): number | null => percent(count(some, 'right'), some.length);
  const classes = TRUTHS.map((truth) => [truth, rightOf(rows.filter(({ asked }) => asked.truth === truth))]);
  const shown = rows.filter(({ found }) => found).length;
  const findable = rows.filter(({ asked }) => asked.b).length;
  return {
    all: rightOf(rows),
    ...Object.fromEntries(classes),
    'wrong of shown': percent(count(rows, 'wrong'), shown),
    'lost of findable': percent(count(rows, 'lost'), findable),
  };
}
