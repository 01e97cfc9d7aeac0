import { placeIn } from '../stored/sorted.ts';

/** A record that may be a result. */
export interface Candidate {
  number: number;
  score: number;
  /** Has everything that was asked for. */
  isWhole: boolean;
}

/** Whole matches first, then by score, then the newest. */
export const compare = (a: Candidate, b: Candidate): number =>
  Number(b.isWhole) - Number(a.isWhole) || b.score - a.score || b.number - a.number;

/** Keeps the best `most` in order. Most that come fail at the first look, before anything is made of them. */
export function insert(best: Candidate[], number: number, score: number, isWhole: boolean, most: number): void {
  const worst = best[most - 1];
  if (worst?.isWhole === isWhole && (score < worst.score || (score === worst.score && number < worst.number))) return;
  if (worst?.isWhole && !isWhole) return;
  const candidate = { number, score, isWhole };
  const place = placeIn(best, (one) => compare(candidate, one) >= 0);
  best.splice(place, 0, candidate);
  if (best.length > most) best.pop();
}
