import type { FitRef } from '../domain/fit.ts';
import { fold } from '../kit/fold.ts';
import { isSmallAnywhere } from '../search/text/small-words.ts';

/** What a person does not want suggested: one record, or anything about some words. */
export type Dismissal = { what: 'record'; team: string; id: string } | { what: 'topic'; words: string[] };

/** What a person has taught, and how suggestions fared. Stands in one row of this device, is never sent or exported. */
export interface Taught {
  /** Newest first, each with the words it was suggested for. */
  dismissed: { dismissal: Dismissal; because: string[]; at: number }[];
  /** By day (in days since 1970): ids of what was in view and what of it was opened or thanked. No pages: where it was is no matter. */
  days: Record<number, { shown: string[]; used: string[] }>;
}

export const nothingTaught: Taught = { dismissed: [], days: {} };

/** Whether two say the same. */
export function isSameDismissal(a: Dismissal, b: Dismissal): boolean {
  if (a.what === 'record') return b.what === 'record' && a.team === b.team && a.id === b.id;
  return b.what === 'topic' && foldAll(a.words).join(' ') === foldAll(b.words).join(' ');
}

/** Of a suggestion's words, the ones that say what it is about. */
const SPEAKING = 3;
/** From so many dismissed records with its words on, only a strong fit is suggested; from twice as many on, none. */
const WEARY = 3;

/**
 * Whether a suggestion is kept out by what was dismissed: itself, its topic (it shares all words of one that was), or
 * because records with its words were dismissed again and again.
 */
export function isKeptOut({ dismissed }: Taught, fit: Pick<FitRef, 'team' | 'id' | 'isStrong' | 'because'>): boolean {
  const words = new Set(foldAll(fit.because));
  let weary = 0;
  for (const { dismissal, because } of dismissed) {
    if (dismissal.what === 'topic') {
      const topic = foldAll(dismissal.words);
      if (topic.length > 0 && topic.every((word) => words.has(word))) return true;
    } else if (dismissal.team === fit.team && dismissal.id === fit.id) return true;
    else if (foldAll(because.slice(0, SPEAKING)).some((word) => words.has(word))) weary++;
  }
  return weary >= WEARY && (!fit.isStrong || weary >= 2 * WEARY);
}

/** Reasons word by word: some are several words in a row, of which small ones tell no topic from another. */
const foldAll = (reasons: string[]): string[] =>
  reasons.flatMap((reason) =>
    fold(reason)
      .split(' ')
      .filter((word, _, all) => all.length === 1 || !isSmallAnywhere(word)),
  );

/** How suggestions fared in the last weeks, and how many are therefore shown at once. */
export interface Budget {
  shown: number;
  used: number;
  most: number;
}

export const BUDGET_DAYS = 28;
/** With fewer shown nothing is known yet. */
const EVIDENCE = 15;
/** Share of them that was opened or thanked, and how many are shown from there on. */
const STEPS: [share: number, most: number][] = [
  [0.2, 5],
  [0.1, 3],
  [0.05, 2],
];

/** The fatigue budget: who opens fewer than one in five sees fewer. Never none: what is not shown cannot be opened. */
export function budgetOf({ days }: Taught, today: number): Budget {
  const recent = Object.entries(days).filter(([day]) => today - Number(day) < BUDGET_DAYS);
  const shown = recent.reduce((sum, [, day]) => sum + day.shown.length, 0);
  const used = recent.reduce((sum, [, day]) => sum + day.used.length, 0);
  const isKnown = shown >= EVIDENCE;
  const step = STEPS.find(([share]) => !isKnown || used >= share * shown);
  return { shown, used, most: step?.[1] ?? 1 };
}
