import type { Page } from 'puppeteer-core';
import { type Contender, closeAll, heapOf, hold, openCold } from './cold.ts';
import { type Figures, note, round } from './figures.ts';
import { openFront } from './front.ts';
import { sample } from './ours.ts';
import type { Seen } from './seen.ts';
import type { Corpus } from './texts.ts';
import { typedFor } from './typed.ts';

export interface Popups {
  corpus: Corpus;
  size: number;
  rounds: number;
  /** Leaves what opens to itself, or lets the debugger in. */
  leaveAlone(isLeftAlone: boolean): void;
}

/** Letters are typed into so many popups. */
const TYPED = 4;

/**
 * Popups in turn, so that what the machine does beside is the same for all. `home rows` are those that stand there before
 * anything is typed (ours alone); `first answer` is to a query that is typed as soon as there is a field.
 */
export async function measurePopups(
  contenders: Contender[],
  { corpus, size, rounds, leaveAlone }: Popups,
): Promise<Record<string, Figures>> {
  const report: Record<string, Figures> = Object.fromEntries(contenders.map(({ name }) => [name, {}]));
  const queries = typedFor(sample(corpus, size), rounds + 1).two;
  const ours = contenders.filter(({ name }) => name === 'ours');
  const [first] = ours;
  if (!first) throw new Error('There is nobody to measure.');
  const front = await openFront(first);
  leaveAlone(true);
  for (const state of ['held', 'closed'] as const) {
    const [answers, homes] = [new Map<string, Seen[]>(), new Map<string, Seen[]>()];
    // Each round waits for the stores to be closed: half as many tell enough.
    const asked = state === 'held' ? queries : queries.slice(0, Math.ceil(rounds / 2) + 1);
    for (const [i, query] of asked.entries()) {
      // The first of each is for the browser to warm up.
      await openInTurn(front, contenders, state, query, i > 0 ? answers : new Map());
      await openInTurn(front, ours, state, '', i > 0 ? homes : new Map());
    }
    for (const [name, seen] of answers) noteSeen(report[name] ?? {}, `popup ${state}, first answer, ms`, seen);
    for (const [name, seen] of homes) noteSeen(report[name] ?? {}, `popup ${state}, home rows, ms`, seen);
  }
  for (const contender of ours) {
    const typed: number[] = [];
    for (const letters of queries.slice(0, TYPED)) {
      typed.push(...((await openCold(contender, { query: '', letters }, front)).letters ?? []));
    }
    note(report.ours ?? {}, 'popup, letter to rows, ms', typed);
  }
  leaveAlone(false);
  await front.close();
  for (const contender of contenders) {
    const figures = report[contender.name];
    if (figures) figures['popup heap, MB'] = round((await heapOf(contender, queries[0] ?? '')) / 1e6);
  }
  return report;
}

async function openInTurn(
  front: Page,
  contenders: Contender[],
  state: 'held' | 'closed',
  query: string,
  seen: Map<string, Seen[]>,
): Promise<void> {
  if (state === 'closed') await closeAll(contenders);
  for (const contender of contenders) {
    if (state === 'held') await hold(contender);
    // Its files can be open in one page at a time.
    if (contender.name === 'sqlite' && state === 'held') continue;
    const one = await openCold(contender, { query }, front).catch(() => null);
    if (one) seen.set(contender.name, [...(seen.get(contender.name) ?? []), one]);
  }
}

/** What popups said, as figures: to the first row, to its being painted, and how many they were. */
export function noteSeen(figures: Figures, name: string, seen: Seen[]): void {
  note(
    figures,
    name,
    seen.map(({ start, found = Number.NaN }) => found - start),
  );
  note(
    figures,
    name.replace(', ms', ', painted since navigation, ms'),
    seen.map(({ painted = Number.NaN }) => painted),
  );
  figures[name.replace(', ms', ', opened')] = seen.length;
}
