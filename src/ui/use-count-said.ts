import { useEffect } from 'preact/hooks';
import { announce } from './announcer.tsx';
import { foundInWords } from './found-groups.ts';
import { foundSaid } from './found-said.tsx';
import { mostInWords } from './more-found.tsx';
import { count, text } from './text.ts';
import type { Answer, Searching } from './use-searching.ts';

const PAUSE_MS = 400;

/**
 * Says how many a search has found, what is said beside them (found-said.tsx), whether not all can be shown, that it can be asked, and that
 * what is typed can be finished, once typing pauses. `words`: what was typed without operators.
 */
export function useCountSaid({ found, isMost }: Pick<Searching<unknown>, 'found' | 'isMost'>, words: string): void {
  useEffect(() => {
    if (!found) return;
    const timer = setTimeout(() => announce(sayFound(found, isMost, words), 'found'), PAUSE_MS);
    return () => clearTimeout(timer);
    // Once for each answer, and again where some of it is gone: rows that say something else are no other number.
  }, [found?.completions, found?.total]);
}

function sayFound(found: Answer<unknown>, isMost: boolean, words: string): string {
  const { total, completions } = found;
  const { sentences, canAsk } = foundSaid(found, words);
  return [
    total === 0 && sentences.length > 0 ? '' : foundInWords(found),
    ...sentences,
    mostInWords(found, isMost),
    canAsk ? text('searchCanAsk') : '',
    completions.length > 0 ? count(completions.length, 'searchCompletionsOne', 'searchCompletionsMany') : '',
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentence.replace(/\.$/, ''))
    .join('. ');
}
