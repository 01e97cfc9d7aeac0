import { useEffect } from 'preact/hooks';
import { announce } from './announcer.tsx';
import { failureText } from './failure.ts';
import { foundInWords } from './found-groups.ts';
import { mostInWords } from './more-found.tsx';
import { nearestInWords } from './nothing-found.tsx';
import { count, text } from './text.ts';
import type { Answer, Searching } from './use-searching.ts';

const PAUSE_MS = 400;

/**
 * Says how many a search has found, whether they only come near, whether older ones may be missing or not all can be shown, what was
 * typed wrongly, and that it can be finished, once typing pauses.
 */
export function useCountSaid({ found, isMost }: Pick<Searching<unknown>, 'found' | 'isMost'>): void {
  useEffect(() => {
    if (!found) return;
    const timer = setTimeout(() => announce(sayFound(found, isMost), 'found'), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [found]);
}

function sayFound(found: Answer<unknown>, isMost: boolean): string {
  const { total, problem, completions, isPartial } = found;
  // What is being typed is not wrong as long as it can be finished.
  const wrong = problem && completions.length === 0 ? failureText(problem) : '';
  return [
    total === 0 && wrong ? '' : foundInWords(found),
    nearestInWords(found),
    mostInWords(found, isMost),
    isPartial ? text('searchPartial') : '',
    wrong,
    completions.length > 0 ? count(completions.length, 'searchCompletionsOne', 'searchCompletionsMany') : '',
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentence.replace(/\.$/, ''))
    .join('. ');
}
