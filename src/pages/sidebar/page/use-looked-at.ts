import { useEffect } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import type { Placed } from './arrange.ts';

const isUnseen = ({ record, place }: Placed): boolean => (record.body.target?.selectors.length ?? 0) > 0 && !place;

/**
 * What came in while its page was open already has not been looked for there. Once it is drawn, the page is asked to look
 * again: then it is marked, counted and stands in its order.
 */
export function useLookedAt(drawn: Placed[]): void {
  const unseen = drawn
    .filter(isUnseen)
    .map(({ record }) => record.id)
    .join(' ');
  useEffect(() => {
    if (unseen !== '') void ask('refresh', {});
  }, [unseen]);
}
