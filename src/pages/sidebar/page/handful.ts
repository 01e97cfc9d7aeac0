import type { Placed } from './arrange.ts';

/** Of a long list, what is drawn. */
export interface Handful {
  list: string;
  /** Ids of what is drawn, and of all there was to draw. */
  drawn: ReadonlySet<string>;
  seen: ReadonlySet<string>;
}

/** One's own first, then what waits for an answer, then the newest. */
const byWorth = (a: Placed, b: Placed): number =>
  Number(b.record.isMine) - Number(a.record.isMine) ||
  Number(b.record.kind === 'question') - Number(a.record.kind === 'question') ||
  b.record.created - a.record.created;

/**
 * Which of `placed` are drawn: at most `most` of a list that is seen for the first time, the best of it. From then on
 * what was drawn stays where it is, and what comes into the list (one's own, or news that was let in) is drawn as well.
 */
export function takeHandful(placed: Placed[], before: Handful | null, list: string, most: number): Handful {
  const known = before?.list === list ? before : { drawn: new Set<string>(), seen: null };
  const isIn = (one: Placed) => known.drawn.has(one.record.id) || known.seen?.has(one.record.id) === false;
  const drawn = placed.filter(isIn);
  const rest = placed.filter((one) => !isIn(one)).sort(byWorth);
  const all = [...drawn, ...rest.slice(0, Math.max(0, most - drawn.length))];
  const seen = [...(known.seen ?? []), ...placed.map(({ record }) => record.id)];
  return { list, drawn: new Set(all.map(({ record }) => record.id)), seen: new Set(seen) };
}
