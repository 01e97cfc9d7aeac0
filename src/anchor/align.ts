/**
 * Lays one short text over another so that what both say stands together: a global alignment in `wanted`, with free
 * ends in `found`. Tells for each unit of `wanted` where it stands in `found`, or -1.
 *
 * A run of r shared units earns 3 (r − 1), a replaced unit costs 3, a missing or added one 1: so single letters that
 * agree by chance earn nothing and cannot pull a word apart.
 */
const SHARED = 3;
/** Shorter agreement than this is chance: every text has an e. */
const RUN = 3;

/** Scratch space, grown as needed: one pass needs a cell for each pair of units. */
let score = new Int32Array(0);
let step = new Uint8Array(0);
const REPLACED = 0;
const LOST = 1;
const ADDED = 2;
const KEPT = 3;

export function align(wanted: string, found: string, isEndPinned = false): Int32Array {
  const width = found.length + 1;
  const cells = (wanted.length + 1) * width;
  if (cells > score.length) {
    score = new Int32Array(cells);
    step = new Uint8Array(cells);
  }
  score.fill(0, 0, width);
  step.fill(ADDED, 0, width);
  for (let i = 1; i <= wanted.length; i++) fillRow(wanted.charCodeAt(i - 1), found, i * width, width, i);
  return dropChance(walkBack(wanted.length, width, isEndPinned));
}

function fillRow(unit: number, found: string, row: number, width: number, i: number): void {
  score[row] = -i;
  step[row] = LOST;
  for (let here = row + 1, j = 0; j < found.length; here++, j++) {
    const above = here - width;
    const isSame = found.charCodeAt(j) === unit;
    const earned = isSame ? (step[above - 1] === KEPT ? SHARED : 0) : -SHARED;
    let best = (score[above - 1] ?? 0) + earned;
    let taken = isSame ? KEPT : REPLACED;
    const lost = (score[above] ?? 0) - 1;
    if (lost > best) {
      best = lost;
      taken = LOST;
    }
    const added = (score[here - 1] ?? 0) - 1;
    if (added > best) {
      best = added;
      taken = ADDED;
    }
    score[here] = best;
    step[here] = taken;
  }
}

function walkBack(length: number, width: number, isEndPinned: boolean): Int32Array {
  const map = new Int32Array(length).fill(-1);
  const row = length * width;
  let j = width - 1;
  if (!isEndPinned) for (let k = j; k >= 0; k--) if ((score[row + k] ?? 0) >= (score[row + j] ?? 0)) j = k;
  for (let i = length; i > 0; ) {
    const taken = step[i * width + j];
    if (taken === KEPT) map[i - 1] = j - 1;
    if (taken !== ADDED) i--;
    if (taken !== LOST) j--;
  }
  return map;
}

function dropChance(map: Int32Array): Int32Array {
  for (let from = 0; from < map.length; ) {
    let to = from + 1;
    while (to < map.length && (map[from] ?? -1) >= 0 && map[to] === (map[to - 1] ?? 0) + 1) to++;
    if (to - from < RUN) map.fill(-1, from, to);
    from = to;
  }
  return map;
}
