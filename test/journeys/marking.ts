import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';

/** Keeps a passage by key; it stays selected. */
export async function keepAndStay(person: Person, passage: string, frame?: string): Promise<void> {
  await person.unselect();
  await person.select(passage, frame === undefined ? {} : { frame });
  await person.command('keep');
  // What is said of the lesson before may stand yet.
  await stored(person, 'lesson', passage);
  await waitForToast(person, words('toastKept'));
}

/** Keeps a passage by key, and lets go of it. */
export async function keep(person: Person, passage: string, frame?: string): Promise<void> {
  await keepAndStay(person, passage, frame);
  await person.unselect();
}

/** Waits until a passage is marked on its page. */
export const isPainted = (person: Person, passage: string, frame?: string): Promise<true> =>
  until(`"${passage}" to be painted`, async () => (await person.painted(frame)).includes(passage) || null);
