import { find } from '../../store/find.ts';
import { openIndex } from '../../store/index-parts.ts';
import { DATABASE, openReading } from '../../store/reading.ts';
import { FIRST } from '../../ui/use-searching.ts';
import type { Desk, Later } from './desk.ts';
import { begun } from './opening.ts';
import { typedSoFar } from './typed-so-far.ts';

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
  const typed = typedSoFar().trim();
  if (typed === '') return { reading, later };
  const found = find(reading, typed, { limit: FIRST });
  found.catch(() => {});
  return { reading, later, begun: { typed, limit: FIRST, found } };
}
