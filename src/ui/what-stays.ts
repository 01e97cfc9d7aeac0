export interface Stands<Hit> {
  keyOf: (hit: Hit) => string;
  /** Has everything that was asked for: it stands above what has not. */
  isWhole: (hit: Hit) => boolean;
  /** Those that are still there to be shown, by key: the same where nothing became of them, with their new words where they were edited. */
  standing: (hits: Hit[], latest: Hit[]) => Promise<ReadonlyMap<string, Hit>>;
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
  const still = await standing(stays, found);
  const above = stays.flatMap((hit) => still.get(keyOf(hit)) ?? []);
  const keys = new Set(above.map(keyOf));
  const others = found.filter((hit) => !keys.has(keyOf(hit)));
  const come = above.every(isWhole) ? others : others.filter((hit) => !isWhole(hit));
  return { hits: [...above, ...come], waiting: others.length - come.length };
}

/** What has become of an answer since it was shown. */
export interface Since<Hit> {
  /** So many have come. */
  number: number;
  /** Its rows as they are now; null for what is gone. */
  now: (Hit | null)[];
}

/** Compares what was found with the `latest` that would be now, where no more than `limit` are shown; `before`: what was seen last of it. */
export async function whatBecame<Hit>(
  found: Hit[],
  before: Since<Hit> | undefined,
  latest: Hit[],
  limit: number,
  { keyOf, standing }: Stands<Hit>,
): Promise<Since<Hit>> {
  const stood = found.map((hit, i) => before?.now[i] ?? hit);
  const still = await standing(stood, latest);
  const now = stood.map((hit) => still.get(keyOf(hit)) ?? null);
  const known = new Set(stood.map(keyOf));
  const fitting = new Set(latest.map(keyOf));
  // What only moved up to where others were is no news.
  const left = now.filter((hit, i) => hit === null || (hit !== found[i] && !fitting.has(keyOf(hit))));
  const news = latest.slice(0, limit - left.length).filter((hit) => !known.has(keyOf(hit)));
  return { number: news.length, now };
}

/** What was found with its rows as they are now; the same where nothing became of them. */
export function asNow<Hit, F extends { hits: Hit[]; total: number; whole: number }>(
  found: F,
  now: (Hit | null)[],
  { isWhole }: Stands<Hit>,
): F {
  if (now.every((hit, i) => hit === found.hits[i])) return found;
  const gone = found.hits.filter((_, i) => now[i] === null);
  return {
    ...found,
    hits: now.filter((hit) => hit !== null),
    total: found.total - gone.length,
    whole: found.whole - gone.filter(isWhole).length,
  };
}
