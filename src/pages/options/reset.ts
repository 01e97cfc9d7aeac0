import type { Result } from '../../kit/result.ts';
import type { Store } from '../../store/db.ts';
import { announce } from '../../ui/announcer.tsx';
import { failureText } from '../../ui/failure.ts';
import { text } from '../../ui/text.ts';

/** Forgets something that was learnt, and says so. */
export async function reset(store: Store, forget: (store: Store) => Promise<Result<null>>): Promise<void> {
  const done = await forget(store);
  announce(done.ok ? text('optionsSuggestForgotten') : failureText(done.failure));
}
