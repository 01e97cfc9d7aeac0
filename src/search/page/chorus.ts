import { rarity } from '../text/weight.ts';

/** A record's terms, by numbers, and what each says about it. */
interface Voice {
  terms: number[];
  impacts: number[];
  score: number;
}

/** So many of the best speak, each by its score beside the best one's, to the fourth power. */
const SPEAKERS = 10;
const POWER = 4;

/**
 * How much each of some records says what the best of them say, from 0 to 1: what fits a page fits together. Words count
 * by their rarity among these records. Only who is asked decides it, so it costs no reading.
 */
export function chorus(looked: Voice[]): number[] {
  const having: number[] = [];
  for (const { terms } of looked) for (const term of terms) having[term] = (having[term] ?? 0) + 1;
  const vectors = looked.map((one) => normalise(one, having, looked.length));
  const order = looked.map((_, i) => i).sort((a, b) => (looked[b]?.score ?? 0) - (looked[a]?.score ?? 0));
  const top = looked[order[0] ?? 0]?.score ?? 0;
  const voices = new Map(order.slice(0, SPEAKERS).map((i) => [i, ((looked[i]?.score ?? 0) / (top || 1)) ** POWER]));
  const said: number[] = [];
  for (const [i, voice] of voices) {
    for (const [n, term] of (looked[i]?.terms ?? []).entries()) {
      said[term] = (said[term] ?? 0) + voice * (vectors[i]?.[n] ?? 0);
    }
  }
  const all = [...voices.values()].reduce((sum, voice) => sum + voice, 0);
  return looked.map(({ terms }, i) => {
    const own = voices.get(i) ?? 0;
    let agrees = -own;
    for (let n = 0; n < terms.length; n++) agrees += (vectors[i]?.[n] ?? 0) * (said[terms[n] as number] ?? 0);
    return all - own > 0 ? Math.max(0, agrees) / (all - own) : 0;
  });
}

function normalise({ terms, impacts }: Voice, having: number[], all: number): number[] {
  let square = 0;
  const vector = terms.map((term, n) => {
    const weight = (impacts[n] ?? 0) * rarity(having[term] ?? 0, all);
    square += weight * weight;
    return weight;
  });
  const length = Math.sqrt(square) || 1;
  return vector.map((weight) => weight / length);
}
