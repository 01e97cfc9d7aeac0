import { plainWords } from '../../search/asked/plain-words.ts';
import { Nearest, NothingFound } from '../../ui/nothing-found.tsx';
import type { Finding } from '../../ui/use-searching.ts';
import type { PageInView } from './page-in-view.ts';
import { showFor } from './show-panel.ts';
import type { View } from './view.ts';

interface NobodyKnowsProps {
  typed: string;
  found: Finding<unknown>;
  page: PageInView | null;
  go: (view: View) => void;
  onSearch: (typed: string) => void;
}

/**
 * Nothing was found, or only what comes near: it is asked in the panel, and here where there is none. While older records cannot be found
 * yet that is said instead: whether nobody knows is not known.
 */
export function NobodyKnows({ typed, found, page, go, onSearch }: NobodyKnowsProps) {
  if (found.isPartial) return null;
  const words = plainWords(typed);
  const askIt = () => void showFor({ intent: 'ask-words', words }, page, go);
  if (found.hits.length === 0) return <NothingFound {...{ typed, words, found, onSearch }} onAsk={askIt} />;
  return <Nearest found={found} onAsk={askIt} />;
}
