import { complete } from '../../store/complete.ts';
import { openIndex } from '../../store/index-parts.ts';
import { DATABASE, openReading, type Reading } from '../../store/reading.ts';
import { FIRST } from '../../ui/use-searching.ts';
import type { Begun, Desk, Later } from './desk.ts';
import { findFirst } from './find-first.ts';
import { begun } from './opening.ts';
import { searchedSoFar } from './typed-so-far.ts';
import { MOST_COMPLETIONS } from './use-search.ts';

/**
 * The desk of the popup as it opens: the database is being opened, what was typed before is searched for while the page is
 * being drawn, everything else is loaded when it is asked for.
 */
export function openDesk(): Desk {
  let loading: Promise<Later> | undefined;
  const load = async (): Promise<Later> => {
    const [later, { openStore }] = await Promise.all([import('./later.ts'), import('../../store/db.ts')]);
    return { ...later, store: openStore() };
  };
  const later = (): Promise<Later> => {
    loading ??= load();
    return loading;
  };
  const make = async () => (await later()).store.relaxed.open();
  const reading = openReading(make, DATABASE, begun()?.database);
  // How the index stands is read while the page is being drawn, and remembered. Whoever searches meets the failure.
  openIndex(reading, () => {}, begun()?.index).catch(() => {});
  const typed = searchedSoFar();
  if (typed === '') return { reading, later };
  return { reading, later, begun: search(reading, typed) };
}

function search(reading: Reading, typed: string): Begun {
  const both = Promise.all([findFirst(reading, typed), complete(reading, typed, MOST_COMPLETIONS)]);
  const begun: Begun = {
    typed,
    limit: FIRST,
    answer: both.then(([found, completions]) => ({ ...found, completions })),
  };
  begun.answer.then(
    (answer) => {
      begun.seen = answer;
    },
    () => {},
  );
  return begun;
}
