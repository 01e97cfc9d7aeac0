import { ofKind } from './quick-names.ts';
import { quickRead } from './quick-read.ts';
import { quickWalk, type Walk } from './quick-walk.ts';
import type { Reading } from './reading.ts';
import type { RecordRow } from './rows.ts';
import { isPlaced, type Shown, showRows } from './show.ts';
import { SORTS } from './sorts.ts';

type Placed = Shown<'lesson'> | Shown<'question'>;

/** Lessons and questions of a page (a normalised URL), at most so many of each sort, newest first; past Dexie, so not live. */
export async function quickOnPage(db: Reading, page: string, most: number): Promise<Placed[]> {
  if (page === '') return [];
  const walks = SORTS.map(([kind, mine]) => ({
    index: '[page+kind+mine+created]',
    range: IDBKeyRange.bound([page, kind, mine], [page, kind, mine, []]),
    most,
  }));
  return readPlaced(db, walks);
}

/** Newest lessons and questions, in the same way. Each kind by itself: a team's thanks may be thousands, and newer. */
export async function quickRecent(db: Reading, most: number): Promise<Placed[]> {
  const walks = ['lesson', 'question'].map((kind) => ({ index: '[kind+created]', range: ofKind(kind), most }));
  const newest = await readPlaced(db, walks);
  return newest.sort((a, b) => b.created - a.created).slice(0, most);
}

/** Of these questions, the ones that nobody has answered yet, in the same way. */
export async function quickUnanswered(db: Reading, questions: Shown<'question'>[]): Promise<Shown<'question'>[]> {
  if (questions.length === 0) return [];
  const replies = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] =>
    questions.map(({ id }) => table('records').index('about').getAll(id)),
  );
  const answers = await Promise.all(replies.map((rows) => showRows(rows.filter(({ kind }) => kind === 'answer'))));
  return questions.filter((_, i) => answers[i]?.every((answer) => answer === null));
}

async function readPlaced(db: Reading, walks: Walk[]): Promise<Placed[]> {
  const rows = await quickWalk<RecordRow>(db, 'records', walks, mayShow);
  const shown = await showRows(rows.flat());
  return shown.filter((one): one is Placed => one !== null && isPlaced(one));
}

/** What was taken back or is being removed stands in the index still. */
const mayShow = ({ body, removeAt }: RecordRow): boolean => body !== null && removeAt === undefined;
