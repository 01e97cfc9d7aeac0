import { plainWords } from '../../search/plain-words.ts';
import { Guessed, NothingFound } from '../../ui/nothing-found.tsx';
import type { PageInView } from './page-in-view.ts';
import { showFor } from './show-panel.ts';
import type { View } from './view.ts';

interface NobodyKnowsProps {
  typed: string;
  found: { hits: unknown[]; guessed?: string[]; isCut?: true; isPartial?: true };
  page: PageInView | null;
  go: (view: View) => void;
}

/**
 * Nothing was found, or only what comes near: it is asked in the panel, and here where there is none. While older records cannot be found
 * yet that is said instead: whether nobody knows is not known.
 */
export function NobodyKnows({ typed, found, page, go }: NobodyKnowsProps) {
  if (found.isPartial) return null;
  const words = plainWords(typed);
  const askIt = () => void showFor({ intent: 'ask-words', words }, page, go);
  if (found.hits.length === 0) return <NothingFound typed={typed} words={words} isCut={found.isCut} onAsk={askIt} />;
  return found.guessed ? <Guessed words={found.guessed} onAsk={askIt} /> : null;
}
