import type { Postings } from './postings.ts';

/** What is known of each record between the first and the last that has anything, by its distance from the first. */
export interface Tally {
  from: number;
  size: number;
  scores: Float32Array;
  /** How many slots of a role were met. */
  needed: Uint8Array;
  filters: Uint8Array;
  barred: Uint8Array;
  /** What the slot in hand says, and the places it says it of. */
  slot: Float32Array;
  touched: Uint32Array;
  /** Most impact of the matcher in hand, and its places. */
  most: Uint8Array;
  places: Uint32Array;
}

export function createTally(lists: Postings[]): Tally {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const { numbers } of lists) {
    if (numbers.length === 0) continue;
    from = Math.min(from, numbers[0] as number);
    to = Math.max(to, numbers[numbers.length - 1] as number);
  }
  const size = to < 0 ? 0 : to - from + 1;
  return {
    from,
    size,
    scores: new Float32Array(size),
    needed: new Uint8Array(size),
    filters: new Uint8Array(size),
    barred: new Uint8Array(size),
    slot: new Float32Array(size),
    touched: new Uint32Array(size),
    most: new Uint8Array(size),
    places: new Uint32Array(size),
  };
}

/** Lays lists over each other in `most`; gives how many `places` they reach. */
export function spread({ from, most, places }: Tally, lists: Postings[]): number {
  let reached = 0;
  for (const { numbers, impacts } of lists) {
    for (let i = 0; i < numbers.length; i++) {
      const at = (numbers[i] as number) - from;
      const before = most[at] as number;
      const impact = impacts[i] as number;
      if (before === 0) places[reached++] = at;
      if (impact > before) most[at] = impact;
    }
  }
  return reached;
}

/**
 * Lays what `spread` left in `most`, times `unit`, over what the slot says already, and clears it. Gives how many places
 * are `touched` then, `touched` before.
 */
export function raise(tally: Tally, reached: number, unit: number, touchedBefore: number): number {
  const { most, places, slot, touched } = tally;
  let count = touchedBefore;
  for (let i = 0; i < reached; i++) {
    const at = places[i] as number;
    const before = slot[at] as number;
    const said = unit * (most[at] as number);
    most[at] = 0;
    if (before === 0) touched[count++] = at;
    if (said > before) slot[at] = said;
  }
  return count;
}
