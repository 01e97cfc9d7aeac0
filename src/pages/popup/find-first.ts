import { type Found, find } from '../../store/find.ts';
import type { Reading } from '../../store/reading.ts';
import { FIRST } from '../../ui/use-searching.ts';
import { begun } from './opening.ts';

/** By then a worker that lives has said so; a database that nobody has open is still being opened. */
const HEARING_MS = 3;
/** A worker that is at rest has answered by then; one that is busy may take long, and then it is searched for here as well. */
const BESIDE_MS = 10;

/** What was typed before the page's own script came: found by the worker, if it lives and was asked, and here if not. */
export function findFirst(reading: Reading, typed: string): Promise<Found> {
  const { index, beside, askPeople } = begun() ?? {};
  const search = () => find(reading, typed, { limit: FIRST, onAsked: askPeople });
  const asked = beside?.last();
  if (asked?.typed !== typed) return search();
  let isAnswered = false;
  const answer = asked.answer.finally(() => {
    isAnswered = true;
  });
  const searchWhereNobodyDoes = async () => {
    // Nothing can be found here before the index is known.
    await Promise.all([index?.catch(() => {}), rest(HEARING_MS)]);
    if (asked.isHeard) {
      askPeople?.();
      await rest(BESIDE_MS);
    }
    return isAnswered ? answer : search();
  };
  return Promise.race([answer, searchWhereNobodyDoes()]);
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
