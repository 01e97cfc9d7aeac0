import type { KnownRecord } from '../domain/record.ts';
import { text } from './text.ts';

/** What a kind is called. */
export function kindName(kind: KnownRecord['kind']): string {
  if (kind === 'question') return text('kindQuestion');
  return kind === 'answer' ? text('kindAnswer') : text('kindLesson');
}
