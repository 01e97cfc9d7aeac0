/** Middle and tail of what was measured, to a tenth. */
export interface Spread {
  rounds: number;
  p50: number;
  p95: number;
  most: number;
}

export function spreadOf(measured: number[]): Spread {
  const sorted = [...measured].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { rounds: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) };
}

export const round = (value: number): number => Math.round(value * 10) / 10;
