/** What was measured, by what it is called. */
export type Figures = Record<string, number>;

/** The median and the 95th of a hundred, under two names. */
export function note(figures: Figures, name: string, values: number[]): void {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  figures[`${name} p50`] = at(0.5);
  figures[`${name} p95`] = at(0.95);
}

export const round = (value: number): number => Number(value.toFixed(1));
