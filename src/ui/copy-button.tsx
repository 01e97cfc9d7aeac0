import { Button } from './button.tsx';
import { NotCopied, useCopy } from './copied.tsx';
import { text } from './text.ts';

interface CopyButtonProps {
  /** What goes to the clipboard. */
  content: () => string;
  label?: string;
  look?: 'plain' | 'primary' | 'quiet';
}

/** Puts text on the clipboard and says that it did, or that it could not. */
export function CopyButton({ content, label = text('uiCopy'), look = 'plain' }: CopyButtonProps) {
  const { copied, copy } = useCopy();
  const isCopied = copied === 'copied';
  return (
    <>
      <Button look={look} icon={isCopied ? 'check' : 'copy'} onClick={() => void copy(content())}>
        {isCopied ? text('uiCopied') : label}
      </Button>
      <NotCopied copied={copied} />
    </>
  );
}
