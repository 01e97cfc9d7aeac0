import { type Candidate, insert } from './best.ts';

/** The best candidates, and how many there are. */
export interface Gathered {
  best: Candidate[];
  whole: number;
  all: number;
  /** How many there are is said about: not all were looked at. */
  isAbout?: true;
}

/** The same as far as it was gathered, and what is wanted. */
export interface Gathering extends Gathered {
  isGone: (number: number) => boolean;
  most: number;
}

/** Takes a result. */
export function take(found: Gathering, number: number, score: number, isWhole: boolean): void {
  if (found.isGone(number)) return;
  found.all++;
  if (isWhole) found.whole++;
  insert(found.best, number, score, isWhole, found.most);
}
