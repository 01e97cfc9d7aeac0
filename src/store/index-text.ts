import { FORMAT } from '../search/stored/leaf.ts';
import type { IndexRows } from './index-rows.ts';

/** What is written here; raised where {@link IndexRows} or its rows become others. */
const MADE = `2 ${FORMAT} `;
/** A longer one takes as long to read as the database. */
const LENGTH_MAX = 300_000;

/**
 * How the index stands, as a text that may be remembered for whoever opens the database next; null where it would be long. In JSON no
 * letter is lost, not even half of one.
 */
export function indexToText(rows: IndexRows): string | null {
  const text = MADE + JSON.stringify(rows);
  return text.length > LENGTH_MAX ? null : text;
}

/**
 * What was remembered; null for anything else. So the index stood once: whoever searches by it reads its stamp beside, and begins
 * anew where that has become another (ask-index.ts).
 */
export const textToIndex = (text: unknown): IndexRows | null =>
  typeof text === 'string' && text.startsWith(MADE) ? (JSON.parse(text.slice(MADE.length)) as IndexRows) : null;
