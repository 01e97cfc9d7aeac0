/**
 * Lays one text over another so that what both say stands together (a global alignment in `wanted`, free ends in
 * `found`) and tells for each unit of `wanted` where it stands in `found`, or -1.
 *
 * Scores as usual for alignments of text: a shared unit earns what a replaced one costs, a gap costs less than that.
 */
const SHARED = 3;
const GAP = 1;
/** Shorter agreement than this is chance: every text has an e. */
const RUN = 3;

export function align(wanted: string, found: string): Int32Array {
  const width = found.length + 1;
  const score = new Int32Array((wanted.length + 1) * width);
  const step = new Uint8Array(score.length);
  for (let i = 1; i <= wanted.length; i++) {
    score[i * width] = -i * GAP;
    step[i * width] = 1;
    const unit = wanted.charCodeAt(i - 1);
    for (let j = 1; j <= found.length; j++) {
      const here = i * width + j;
      const both = (score[here - width - 1] ?? 0) + (found.charCodeAt(j - 1) === unit ? SHARED : -SHARED);
      const skipWanted = (score[here - width] ?? 0) - GAP;
      const skipFound = (score[here - 1] ?? 0) - GAP;
      score[here] = Math.max(both, skipWanted, skipFound);
      step[here] = score[here] === both ? 0 : score[here] === skipWanted ? 1 : 2;
    }
  }
  return dropChance(walkBack(wanted, found, score, step));
}

function walkBack(wanted: string, found: string, score: Int32Array, step: Uint8Array): Int32Array {
  const width = found.length + 1;
  const map = new Int32Array(wanted.length).fill(-1);
  let i = wanted.length;
  let j = 0;
  for (let k = 0; k < width; k++) if ((score[i * width + k] ?? 0) > (score[i * width + j] ?? 0)) j = k;
  while (i > 0) {
    const taken = j === 0 ? 1 : step[i * width + j];
    if (taken === 0 && wanted.charCodeAt(i - 1) === found.charCodeAt(j - 1)) map[i - 1] = j - 1;
    if (taken !== 2) i--;
    if (taken !== 1) j--;
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
