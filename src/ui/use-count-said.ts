import { useEffect } from 'preact/hooks';
import type { Failure } from '../kit/result.ts';
import { announce } from './announcer.tsx';
import { failureText } from './failure.ts';
import { foundInWords } from './found-groups.ts';
import { text } from './text.ts';

const PAUSE_MS = 400;

interface Said {
  total: number;
  whole: number;
  isCut?: true;
  isAbout?: true;
  isPartial?: true;
  problem?: Failure;
}

/** Says how many a search has found, whether older ones may be missing, or why there are none, once typing pauses. */
export function useCountSaid(found: Said | undefined): void {
  useEffect(() => {
    if (!found) return;
    const { total, isPartial, problem } = found;
    const many = foundInWords(found);
    const said = isPartial ? `${many}. ${text('searchPartial')}` : many;
    const timer = setTimeout(() => announce(total === 0 && problem ? failureText(problem) : said), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [found]);
}
