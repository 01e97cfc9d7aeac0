import type { Db } from './db.ts';
import { about, type Shown } from './read.ts';

/** Of these questions, the ones that nobody has answered yet. */
export async function unanswered(db: Db, questions: Shown<'question'>[]): Promise<Shown<'question'>[]> {
  const replies = await Promise.all(questions.map((question) => about(db, question.id)));
  return questions.filter((_, i) => !replies[i]?.some((reply) => reply.kind === 'answer'));
}
