import { useEffect, useState } from 'preact/hooks';
import { announce } from './announcer.tsx';
import './copied.css';
import { Icon } from './icon.tsx';
import { text } from './text.ts';

/** So long it is seen that something was copied. */
const SEEN_MS = 2_000;

/** Puts text on the clipboard and says so; for a while it is also to be seen. */
export function useCopy(): { isCopied: boolean; copy: (content: string) => Promise<void> } {
  const [copies, setCopies] = useState({ made: 0, seen: 0 });
  const { made } = copies;
  useEffect(() => {
    if (made === 0) return;
    const timer = setTimeout(() => setCopies({ made, seen: made }), SEEN_MS);
    return () => clearTimeout(timer);
  }, [made]);
  const copy = async (content: string) => {
    await navigator.clipboard.writeText(content);
    setCopies(({ made: before, seen }) => ({ made: before + 1, seen }));
    announce(text('uiCopied'));
  };
  return { isCopied: copies.made > copies.seen, copy };
}

/** Lies over the end of the last row that is seen: none moves for it. A screen reader was told. */
export const Copied = ({ isShown }: { isShown: boolean }) => (
  <div class="copied" aria-hidden="true">
    {isShown && (
      <p>
        <Icon name="check" /> {text('uiCopied')}
      </p>
    )}
  </div>
);
