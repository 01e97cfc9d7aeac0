import { useState } from 'preact/hooks';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';
import { text } from './text.ts';

interface CopyButtonProps {
  /** What goes to the clipboard. */
  content: () => string;
  label?: string;
  look?: 'plain' | 'primary' | 'quiet';
}

/** Puts text on the clipboard and says that it did. */
export function CopyButton({ content, label = text('uiCopy'), look = 'plain' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(content());
    setCopied(true);
    announce(text('uiCopied'));
  };
  return (
    <Button look={look} icon={copied ? 'check' : 'copy'} onClick={copy}>
      {copied ? text('uiCopied') : label}
    </Button>
  );
}
