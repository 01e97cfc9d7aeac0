import { draftOf } from '../../ui/use-draft.ts';
import { nameOf, type View } from './view.ts';

/** What is typed into a form and not sent, the first of it; '' for nothing. */
export function wordsBegun(view: View): string {
  const draft = draftOf(nameOf(view)) ?? '';
  const said: unknown[] = typeof draft === 'object' ? Object.values(draft) : [draft];
  return said.map(String).find((words) => words.trim() !== '') ?? '';
}
