import { useEffect, useState } from 'preact/hooks';
import { announce } from './announcer.tsx';
import './copied.css';
import { Icon } from './icon.tsx';
import { text } from './text.ts';

/** How it ended: a browser may refuse, as where the window has lost the focus meanwhile. */
type Ended = 'copied' | 'refused';

/** So long it is seen. */
const SEEN_MS: Record<Ended, number> = { copied: 2_000, refused: 8_000 };

const words = (ended: Ended): string => text(ended === 'copied' ? 'uiCopied' : 'uiNotCopied');

/** Puts text on the clipboard and says so, or that it could not be; `copied` tells the same for a while, to be seen. */
export function useCopy(): { copied: Ended | null; copy: (content: string) => Promise<void> } {
  const [last, setLast] = useState<{ ended: Ended } | null>(null);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(null), SEEN_MS[last.ended]);
    return () => clearTimeout(timer);
  }, [last]);
  const copy = async (content: string) => {
    let ended: Ended = 'copied';
    try {
      await navigator.clipboard.writeText(content);
    } catch {
      ended = 'refused';
    }
    setLast({ ended });
    announce(words(ended));
  };
  return { copied: last?.ended ?? null, copy };
}

/** Lies over the end of the last row that is seen: none moves for it. A screen reader was told. */
export const Copied = ({ copied }: { copied: Ended | null }) => (
  <div class="copied" aria-hidden="true">
    {copied && (
      <p>
        <Icon name={copied === 'copied' ? 'check' : 'warning'} /> {words(copied)}
      </p>
    )}
  </div>
);

/** Beside a button that tells by itself when it has copied. */
export const NotCopied = ({ copied }: { copied: Ended | null }) =>
  copied === 'refused' ? <p class="not-copied">{words(copied)}</p> : null;
