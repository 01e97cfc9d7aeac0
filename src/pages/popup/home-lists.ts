import type { Shown } from '../../store/read.ts';
import { steadyName } from '../../store/steady-name.ts';

/** What stands in the popup before anything is typed. */
export interface HomeLists {
  lessons: Shown[];
  questions: Shown[];
  recent: Shown[];
}

export const MOST_HERE = 20;
export const MOST_RECENT = 8;

type Placed = Shown<'lesson'> | Shown<'question'>;

/** Where the home is read from: past Dexie at first, through it once it is there. */
export interface HomeSource {
  onPage(page: string): Promise<Placed[]>;
  unanswered(questions: Shown<'question'>[]): Promise<Shown<'question'>[]>;
  recent(most: number): Promise<Placed[]>;
  /** What of a list is drawn already, and not in its answer. */
  leftOut?(of: keyof HomeLists, answer: Shown[]): Promise<Shown[]>;
}

/** This page's lessons, its open questions, then what is recent and not shown above: each stands once, where it is drawn. */
export async function arrangeHome(source: HomeSource, page: string): Promise<HomeLists> {
  const withDrawn = async (of: keyof HomeLists, answer: Shown[]): Promise<Shown[]> =>
    source.leftOut ? [...answer, ...(await source.leftOut(of, answer))] : answer;
  const [here, latest] = await Promise.all([source.onPage(page), source.recent(MOST_RECENT)]);
  const newest = here.sort((a, b) => b.created - a.created);
  const taught = newest.filter((record) => record.kind === 'lesson').slice(0, MOST_HERE);
  const asked = newest.filter((record): record is Shown<'question'> => record.kind === 'question');
  const open = (await source.unanswered(asked)).slice(0, MOST_HERE);
  const [lessons, questions] = await Promise.all([withDrawn('lessons', taught), withDrawn('questions', open)]);
  const above = new Set([...here, ...lessons, ...questions].map(steadyName));
  const isBelow = (record: Shown): boolean => !above.has(steadyName(record));
  const more = latest.every(isBelow) ? latest : await source.recent(MOST_RECENT + above.size);
  const recent = await withDrawn('recent', more.filter(isBelow).slice(0, MOST_RECENT));
  return { lessons, questions, recent: recent.filter(isBelow) };
}
