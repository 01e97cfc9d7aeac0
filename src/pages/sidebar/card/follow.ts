import type { JsonObject } from '../../../domain/json.ts';
import type { Anchoring } from '../../../domain/target.ts';
import { bodyToShare, findConcerns } from '../share/offer.ts';

type Changed = Extract<Anchoring, { state: 'changed' }>;

/**
 * A body that follows its passage: its quote is what stands there now, and its target finds that. What colleagues have
 * is looked over as it was when it was shared, and what looks private is masked. Its address stays as it was chosen.
 */
export function followPassage(body: JsonObject, { now, selectors = [] }: Changed, isShared: boolean): JsonObject {
  const fresh: JsonObject = { quote: now, target: { selectors: asJson(selectors) } };
  const { quote = now, target } = isShared ? bodyToShare(fresh, findConcerns(fresh), {}) : fresh;
  return { ...body, quote, target: { ...objectIn(body.target), ...objectIn(target) } };
}

const asJson = (selectors: object[]): JsonObject[] => JSON.parse(JSON.stringify(selectors));

const objectIn = (json: JsonObject[string] | undefined): JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
