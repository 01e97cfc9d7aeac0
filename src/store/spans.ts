import type { Filter } from '../search/asked/operators.ts';

/** Times from one on to before another, in ms since 1970. */
export interface Span {
  from: number;
  to: number;
}

export const EVER: Span[] = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];

/** When a record may have been made that meets any of some filters, from the latest on; null where one of them asks something else. */
export function spansOf(choice: Filter[]): Span[] | null {
  const spans = choice.flatMap((filter): Span[] => {
    if (filter.by !== 'before' && filter.by !== 'after') return [];
    const isUpTo = (filter.by === 'before') !== filter.isBarred;
    return [isUpTo ? { from: Number.NEGATIVE_INFINITY, to: filter.time } : { from: filter.time, to: EVER[0]?.to ?? 0 }];
  });
  return spans.length < choice.length ? null : joined(spans);
}

function joined(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => b.to - a.to)) {
    const later = apart.at(-1);
    if (later && later.from <= span.to) later.from = Math.min(later.from, span.from);
    else apart.push({ ...span });
  }
  return apart;
}

/** What is in both. */
export const inBoth = (some: Span[], others: Span[]): Span[] =>
  some
    .flatMap((one) => others.map(({ from, to }) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) })))
    .filter(({ from, to }) => from < to);

export const isWithin = (spans: Span[], time: number): boolean =>
  spans.some(({ from, to }) => from <= time && time < to);
