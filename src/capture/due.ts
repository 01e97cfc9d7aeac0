import type { Mark } from '../wire/messages.ts';
import { comingOf } from './place.ts';
import { isLost, type Placed } from './placed.ts';
import type { Seen } from './watch.ts';

/** A passage may be found, changed, by a third of its letters (`anchor/judge.ts`); less than a quarter are none of it. */
const LEAST = 1 / 4;
/** A host that has no root yet is looked at after so long, each time longer, for a minute; then only as the page changes. */
const WAIT_MS = 250;
const WAIT_GROWS = 1.5;
const WAITS = 12;

/** Whether there is something to find, and when to look although nothing changes. */
export interface Due {
  isDue(placed: Placed[], seen: Seen, lost?: Placed[]): boolean;
  /** Whether a look comes that will say more: what was taken away a moment ago may come again. */
  isUnsettled(placed: Placed[]): boolean;
  /** Something may have come that nobody has looked for yet. */
  owe(): void;
  againMs(placed: Placed[]): number | null;
}

/**
 * To find passages the page is read, which is the dear part: so it is done where one has gone, or where one is missing and
 * text came that could be it, or a tree in which nobody has looked.
 */
export function createDue(): Due {
  let isOwed = false;
  let waits = 0;
  return {
    isDue(placed, { letters, isFirst }, lost = placed.filter(isLost)) {
      const missing = placed.filter((one) => one.anchored.state !== 'anchored');
      if (lost.length + missing.length === 0) return false;
      const isWorth = letters >= leastOf([...lost, ...missing]) || comingOf(missing).isNew;
      const isDue = isWorth || (!isFirst && (isOwed || lost.length > 0));
      // What has changed in this moment may be half of a change: a page is cleared, and filled in its next turn.
      isOwed = isFirst ? isOwed || isWorth || lost.length > 0 : isOwed && !isDue;
      return isDue;
    },
    isUnsettled: (placed) => isOwed && placed.some(isOpen),
    owe() {
      isOwed = true;
    },
    againMs(placed) {
      isOwed = isOwed && placed.some(isOpen);
      if (isOwed) return WAIT_MS;
      const { isWaiting } = comingOf(placed);
      if (!isWaiting) waits = 0;
      return isWaiting && waits < WAITS ? WAIT_MS * WAIT_GROWS ** waits++ : null;
    },
  };
}

const isOpen = (one: Placed): boolean => one.anchored.state !== 'anchored' || isLost(one);

/** Letters without which none of these can have come; of what is no text, any element may be it. */
const leastOf = (placed: Placed[]): number => Math.min(...placed.map(({ mark }) => lengthOf(mark) * LEAST));

function lengthOf({ selectors }: Mark): number {
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')?.exact;
  return typeof quote === 'string' ? Math.max(1, quote.length) : 1;
}
