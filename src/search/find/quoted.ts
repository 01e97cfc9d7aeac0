import type { Query } from '../asked/query-parts.ts';
import type { Ask } from './ask.ts';
import { mergeNear } from './merge-near.ts';

/** The same with what is in quotes as words, wherever they stand; null where nothing is. A choice with such a row stays. */
function unquoted(query: Query): Query | null {
  if (!query.asked.some(({ kind }) => kind === 'phrase')) return null;
  const asked = query.asked.flatMap((one) =>
    one.kind === 'phrase' ? (one.apart ?? one.words).map((word) => ({ kind: 'word' as const, word })) : one,
  );
  return { ...query, asked };
}

/**
 * Asks so that words in quotes hide nothing that comes near: a message that is pasted has some (`relation "orders" does not exist`), as has a
 * command. Where nothing has all that was asked for, what has the words without standing so comes as well, as fitting in part.
 */
export const askLoosely =
  <T>(ask: Ask<T>, limit: number, keyOf: (item: T) => string): Ask<T> =>
  async (query, narrow) => {
    const strict = await ask(query, narrow);
    const loose = strict.answer.whole === 0 ? unquoted(query) : null;
    if (!loose) return strict;
    const { answer, isPartial } = await ask(loose, narrow);
    const near = answer.hits.map((hit) => ({ ...hit, isWhole: false }));
    const known = new Set(near.map(({ loaded }) => keyOf(loaded.item)));
    const others = strict.answer.hits.filter(({ loaded }) => !known.has(keyOf(loaded.item)));
    // What has all of the words says more than what has some, though these stand in a row.
    const hits = answer.whole >= limit ? near : mergeNear(others, near);
    const cut = strict.answer.isCut && { isCut: strict.answer.isCut };
    return { answer: { ...answer, ...cut, hits, whole: 0 }, isPartial: isPartial || strict.isPartial };
  };
