import { quickRead } from './quick-read.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import type { PlaceRow, RecordRow } from './rows.ts';

/** How something found stands now: a question, or the passage of a lesson as it was last looked for on its page. */
export type RecordState = 'open' | 'answered' | 'changed' | 'orphaned';

/** The state of those records that have one worth saying, by `team id`. Past Dexie, so not live. */
export async function quickStates(db: Reading, records: Shown[]): Promise<Map<string, RecordState>> {
  const questions = records.filter(({ kind }) => kind === 'question');
  const lessons = records.filter(({ kind, page }) => kind === 'lesson' && page !== '');
  const [replies, places] = await Promise.all([
    questions.length === 0
      ? []
      : quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] =>
          questions.map(({ id }) => table('records').index('about').getAll(id)),
        ),
    lessons.length === 0
      ? []
      : quickRead(db, ['places'], (table): IDBRequest<PlaceRow | undefined>[] =>
          lessons.map(({ team, id }) => table('places').get([team, id])),
        ),
  ]);
  const states = new Map<string, RecordState>();
  for (const [i, { team, id }] of questions.entries()) {
    const isAnswered = replies[i]?.some(
      ({ kind, body, removeAt }) => kind === 'answer' && body && removeAt === undefined,
    );
    states.set(`${team} ${id}`, isAnswered ? 'answered' : 'open');
  }
  for (const [i, { team, id }] of lessons.entries()) {
    const state = places[i]?.anchoring.state;
    if (state === 'changed' || state === 'orphaned') states.set(`${team} ${id}`, state);
  }
  return states;
}
