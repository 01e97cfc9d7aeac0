import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import { BY_KEY, type RecordRow } from './rows.ts';
import { type Shown, showRows } from './show.ts';

/** The questions of those records that are answers, by the answer's `team id`. Past Dexie, so not live. */
export async function quickAsked(db: Reading, records: Shown[]): Promise<Map<string, Shown<'question'>>> {
  const answers = records.filter((record): record is Shown<'answer'> => record.kind === 'answer');
  if (answers.length === 0) return new Map();
  const rows = await quickRead(db, ['records'], (table): IDBRequest<RecordRow | undefined>[] =>
    answers.map(({ team, body }) => table('records').index(BY_KEY).get([team, body.question])),
  );
  const asked = new Map<string, Shown<'question'>>();
  for (const [i, question] of (await showRows(rows)).entries()) {
    if (question?.kind === 'question') asked.set(`${answers[i]?.team} ${answers[i]?.id}`, question);
  }
  return asked;
}
