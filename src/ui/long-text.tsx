import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import './long-text.css';
import { text } from './text.ts';

/** About eight lines of the panel. */
const SHORT = 420;

/** The beginning of a text, at a word's end where one is near; the text itself where it is short. */
export function beginning(whole: string, length = SHORT): string {
  if (whole.length <= length) return whole;
  const cut = whole.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')} …`;
}

interface LongTextProps {
  whole: string;
  draw: (shown: string) => ComponentChildren;
}

/** Shows the beginning of a long text until asked for the rest: a whole book may have been selected. */
export function LongText({ whole, draw }: LongTextProps) {
  const [open, setOpen] = useState(false);
  if (whole.length <= SHORT) return <>{draw(whole)}</>;
  return (
    <div>
      {draw(open ? whole : beginning(whole))}
      <button type="button" class="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text(open ? 'quoteLess' : 'quoteMore')}
      </button>
    </div>
  );
}
