import type { Entry } from './entry.ts';
import { impactsOf, rarity } from './weight.ts';

/** So many of the best speak, each by its score beside the best one's, to the fourth power. */
const SPEAKERS = 10;
const POWER = 4;

/**
 * How much each of some records says what the best of them say, from 0 to 1: what fits a page fits together. Words count
 * by their rarity among these records. Only who is asked decides it, so it costs no reading.
 */
export function chorus(looked: { entry: Entry; score: number }[]): number[] {
  const having = new Map<string, number>();
  const impacts = looked.map(({ entry }) => impactsOf(entry));
  for (const one of impacts) for (const term of one.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  const vectors = impacts.map((one) => normalise(one, (term) => rarity(having.get(term) ?? 0, looked.length)));
  const order = looked.map((_, i) => i).sort((a, b) => (looked[b]?.score ?? 0) - (looked[a]?.score ?? 0));
  const top = looked[order[0] ?? 0]?.score ?? 0;
  const voices = new Map(order.slice(0, SPEAKERS).map((i) => [i, ((looked[i]?.score ?? 0) / (top || 1)) ** POWER]));
  const said = new Map<string, number>();
  for (const [i, voice] of voices) {
    for (const [term, weight] of vectors[i] ?? []) said.set(term, (said.get(term) ?? 0) + voice * weight);
  }
  const all = [...voices.values()].reduce((sum, voice) => sum + voice, 0);
  return vectors.map((vector, i) => {
    const own = voices.get(i) ?? 0;
    let agrees = -own;
    for (const [term, weight] of vector) agrees += weight * (said.get(term) ?? 0);
    return all - own > 0 ? Math.max(0, agrees) / (all - own) : 0;
  });
}

function normalise(impacts: Map<string, number>, worthOf: (term: string) => number): Map<string, number> {
  let square = 0;
  const vector = new Map<string, number>();
  for (const [term, impact] of impacts) {
    const weight = impact * worthOf(term);
    square += weight * weight;
    vector.set(term, weight);
  }
  const length = Math.sqrt(square) || 1;
  for (const [term, weight] of vector) vector.set(term, weight / length);
  return vector;
}
