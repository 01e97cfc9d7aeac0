import { once } from '../../kit/once.ts';
import { ASKED_MAX, type Query, TYPED_MAX, typedWords, withoutElided } from '../asked/query-parts.ts';
import { bringSeveral } from './bring-several-words.ts';

/** What may be more than words: quotes, an operator, something left out, a choice. */
const SIGN = /[":«»“-‟\uff02-\uff1a]|(^|\s)(-|or\b)/i;
const grammar = once(() => import('../asked/query.ts'));

/** Reads what a person typed. Nearly always it is words and nothing else; how all else is read (query.ts) comes when there may be some. */
export async function readQuery(typed: string): Promise<Query> {
  if (SIGN.test(typed)) return (await grammar()).parseQuery(typed);
  const words = typedWords(withoutElided(typed.slice(0, TYPED_MAX)), true).slice(0, ASKED_MAX);
  // It comes while how the index stands is read; who needs it hears of what goes wrong.
  if (words.length > 1) bringSeveral().catch(() => {});
  return { asked: words.map((word) => ({ kind: 'word', word })), barred: [], filters: [] };
}
