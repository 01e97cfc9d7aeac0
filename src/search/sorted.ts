/** First place in a sorted list whose item is not before `wanted` (or not before nor equal, with `past`). */
export function lowerBound(sorted: string[], wanted: string, past: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle] ?? '';
    if (item < wanted || (past && item === wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}
