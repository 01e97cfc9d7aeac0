import { type List, numberAt, unpack } from './postings.ts';

/** A record of a list that is not gone: nearly always the first. */
export function liveIn(list: List, isGone: (number: number) => boolean): number | undefined {
  const first = (count: number): number | undefined => {
    const entries = new Uint32Array(count);
    unpack({ ...list, count }, entries);
    const at = entries.findIndex((_, i) => !isGone(numberAt(entries, i)));
    return at < 0 ? undefined : numberAt(entries, at);
  };
  return list.count > 0 ? (first(1) ?? first(list.count)) : undefined;
}
