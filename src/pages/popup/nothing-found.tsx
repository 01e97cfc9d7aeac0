import { leaveIntent } from '../../browser/session.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { text } from '../../ui/text.ts';
import { handOver } from './show-panel.ts';
import type { PageInView } from './use-page.ts';
import type { View } from './view.ts';

interface NothingFoundProps {
  words: string;
  page: PageInView | null;
  go: (view: View) => void;
}

/** Nobody knows it yet: that makes a question. It is asked in the panel, and here where there is none. */
export function NothingFound({ words, page, go }: NothingFoundProps) {
  const askIt = async () => {
    const isOpen = page && (await handOver(page.windowId, () => leaveIntent({ intent: 'ask-words', words })));
    if (isOpen) window.close();
    else go({ view: 'ask', words });
  };
  const action = (
    <Button icon="question" onClick={() => void askIt()}>
      {text('popupAskWords')}
    </Button>
  );
  return <Empty action={action}>{text('popupNothingFound', words)}</Empty>;
}
