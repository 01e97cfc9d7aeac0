import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { text } from './text.ts';

interface NothingFoundProps {
  typed: string;
  /** The same without operators. */
  words: string;
  onAsk: () => void;
}

/** Nobody knows it yet: that makes a question. Filters alone make none. */
export function NothingFound({ typed, words, onAsk }: NothingFoundProps) {
  if (words === '') return <Empty>{text('searchNothingFits')}</Empty>;
  const action = (
    <Button icon="question" onClick={onAsk}>
      {text('popupAskWords')}
    </Button>
  );
  return <Empty action={action}>{text('popupNothingFound', typed)}</Empty>;
}
