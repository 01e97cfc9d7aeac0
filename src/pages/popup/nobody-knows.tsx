import { plainWords } from '../../search/plain-words.ts';
import { NothingFound } from '../../ui/nothing-found.tsx';
import type { PageInView } from './page-in-view.ts';
import { showFor } from './show-panel.ts';
import type { View } from './view.ts';

interface NobodyKnowsProps {
  typed: string;
  isCut?: true | undefined;
  page: PageInView | null;
  go: (view: View) => void;
}

/** Nothing was found: it is asked in the panel, and here where there is none. */
export function NobodyKnows({ typed, isCut, page, go }: NobodyKnowsProps) {
  const words = plainWords(typed);
  const askIt = () => void showFor({ intent: 'ask-words', words }, page, go);
  return <NothingFound typed={typed} words={words} isCut={isCut} onAsk={askIt} />;
}
