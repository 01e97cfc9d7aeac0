import { ofKind } from './quick-names.ts';
import { quickRead, quickWalk } from './quick-read.ts';
import { isPlaced, type Shown, show } from './read.ts';
import type { Reading } from './reading.ts';
import type { RecordRow } from './rows.ts';
import { SORTS } from './sorts.ts';

type Placed = Shown<'lesson'> | Shown<'question'>;

/** Lessons and questions of a page (a normalised URL), at most so many of each sort, newest first; past Dexie, so not live. */
export async function quickOnPage(db: Reading, page: string, most: number): Promise<Placed[]> {
  if (page === '') return [];
  const sorts = SORTS.map(([kind, mine]) => ({
    index: '[page+kind+mine+created]',
    range: IDBKeyRange.bound([page, kind, mine], [page, kind, mine, []]),
    most,
  }));
  return (await quickWalk<RecordRow, Placed>(db, 'records', sorts, toPlaced)).flat();
}

/** Newest lessons and questions, in the same way. Each kind by itself: a team's thanks may be thousands, and newer. */
export async function quickRecent(db: Reading, most: number): Promise<Placed[]> {
  const kinds = ['lesson', 'question'].map((kind) => ({ index: '[kind+created]', range: ofKind(kind), most }));
  const newest = (await quickWalk<RecordRow, Placed>(db, 'records', kinds, toPlaced)).flat();
  return newest.sort((a, b) => b.created - a.created).slice(0, most);
}

/** Of these questions, the ones that nobody has answered yet, in the same way. */
export async function quickUnanswered(db: Reading, questions: Shown<'question'>[]): Promise<Shown<'question'>[]> {
  if (questions.length === 0) return [];
  const replies = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] =>
    questions.map(({ id }) => table('records').index('about').getAll(id)),
  );
  return questions.filter((_, i) => !replies[i]?.some((row) => row.kind === 'answer' && show(row) !== null));
}

function toPlaced(row: RecordRow): Placed | null {
  const shown = show(row);
  return shown && isPlaced(shown) ? shown : null;
}
