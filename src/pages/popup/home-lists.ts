import type { Shown } from '../../store/read.ts';

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
}

/** This page's lessons, its open questions, then what is recent and not shown above. */
export async function arrangeHome(source: HomeSource, page: string): Promise<HomeLists> {
  const [here, latest] = await Promise.all([source.onPage(page), source.recent(MOST_RECENT)]);
  const newest = here.sort((a, b) => b.created - a.created);
  const lessons = newest.filter((record) => record.kind === 'lesson').slice(0, MOST_HERE);
  const asked = newest.filter((record): record is Shown<'question'> => record.kind === 'question');
  const questions = (await source.unanswered(asked)).slice(0, MOST_HERE);
  const above = new Set(here.map((record) => record.id));
  const isCut = latest.some((record) => above.has(record.id));
  const more = isCut ? await source.recent(MOST_RECENT + above.size) : latest;
  return { lessons, questions, recent: more.filter((record) => !above.has(record.id)).slice(0, MOST_RECENT) };
}
