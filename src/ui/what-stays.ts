export interface Stands<Hit> {
  keyOf: (hit: Hit) => string;
  /** Has everything that was asked for: it stands above what has not. */
  isWhole: (hit: Hit) => boolean;
  /** Keys of those that are still there to be shown. */
  standing: (hits: Hit[]) => Promise<ReadonlySet<string>>;
}

/**
 * What was found where more of it was asked for: what stands there stays in its place, and the others come below it, though some of them may
 * fit as well. Which came first was decided among fewer, and a list that is put in order anew moves under the hand. What has come since
 * and would stand above some of it, under a heading of its own, waits: so many are `waiting`.
 */
export async function below<Hit>(
  stays: Hit[],
  found: Hit[],
  { keyOf, isWhole, standing }: Stands<Hit>,
): Promise<{ hits: Hit[]; waiting: number }> {
  if (stays.length === 0) return { hits: found, waiting: 0 };
  const latest = new Map(found.map((hit) => [keyOf(hit), hit]));
  const missed = stays.filter((hit) => !latest.has(keyOf(hit)));
  const still = missed.length > 0 ? await standing(missed) : null;
  const above = stays.flatMap((hit) => latest.get(keyOf(hit)) ?? (still?.has(keyOf(hit)) ? [hit] : []));
  const keys = new Set(above.map(keyOf));
  const others = found.filter((hit) => !keys.has(keyOf(hit)));
  const come = above.every(isWhole) ? others : others.filter((hit) => !isWhole(hit));
  return { hits: [...above, ...come], waiting: others.length - come.length };
}
