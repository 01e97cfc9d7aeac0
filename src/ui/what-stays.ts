/**
 * What was found where more of it was asked for: what stands there stays in its place, and the others come below it, though some of them may
 * fit as well. Which came first was decided among fewer, and a list that is put in order anew moves under the hand.
 */
export async function below<Hit>(
  stays: Hit[],
  found: Hit[],
  keyOf: (hit: Hit) => string,
  standing: (hits: Hit[]) => Promise<ReadonlySet<string>>,
): Promise<Hit[]> {
  if (stays.length === 0) return found;
  const latest = new Map(found.map((hit) => [keyOf(hit), hit]));
  const missed = stays.filter((hit) => !latest.has(keyOf(hit)));
  const still = missed.length > 0 ? await standing(missed) : null;
  const above = stays.flatMap((hit) => latest.get(keyOf(hit)) ?? (still?.has(keyOf(hit)) ? [hit] : []));
  const keys = new Set(above.map(keyOf));
  return [...above, ...found.filter((hit) => !keys.has(keyOf(hit)))];
}
