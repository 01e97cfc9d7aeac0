import { leaveIntent } from '../../browser/session.ts';
import { plainWords } from '../../search/plain-words.ts';
import { NothingFound } from '../../ui/nothing-found.tsx';
import type { PageInView } from './page-in-view.ts';
import { handOver } from './show-panel.ts';
import type { View } from './view.ts';

interface NobodyKnowsProps {
  typed: string;
  page: PageInView | null;
  go: (view: View) => void;
}

/** Nothing was found: it is asked in the panel, and here where there is none. */
export function NobodyKnows({ typed, page, go }: NobodyKnowsProps) {
  const words = plainWords(typed);
  const askIt = async () => {
    const isOpen = page && (await handOver(page.windowId, () => leaveIntent({ intent: 'ask-words', words })));
    if (isOpen) window.close();
    else go({ view: 'ask', words });
  };
  return <NothingFound typed={typed} words={words} onAsk={() => void askIt()} />;
}
