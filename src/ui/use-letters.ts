import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** How many letters one line of a row holds, about, in a popup. */
export const LETTERS = 40;

/** What stands beside the words of a row, and how wide a letter is, mostly, in the size of these letters. */
const BESIDE = 3.5;
const LETTER = 0.55;
/** Rows are not drawn anew for each pixel. */
const STEP = 8;

const lettersIn = (width: number, size: number): number =>
  STEP * Math.max(1, Math.floor((width / size - BESIDE) / LETTER / STEP));

/**
 * The same for rows in something that may be of any width, with letters of any size; it goes with both. What scrolls them is as wide with its
 * scrollbar as without (`scrollbar-gutter: stable`): rows cut anew are of another height, with which that could come and go for ever.
 */
export function useLetters(around: RefObject<HTMLElement | null>): number {
  const [letters, setLetters] = useState(LETTERS);
  useLayoutEffect(() => {
    const element = around.current;
    if (!element) return;
    const seen = new ResizeObserver(([entry]) => {
      if (entry) setLetters(lettersIn(entry.contentRect.width, Number.parseFloat(getComputedStyle(element).fontSize)));
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, []);
  return letters;
}
