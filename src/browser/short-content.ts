import type { Suggested, Suggestion } from './suggestion.ts';

/**
 * Firefox draws what a suggestion stands for beside what it says, and gives it the room: of an address with the words of a passage in it
 * nothing else was to be seen. So there it stands for the words that were typed and its place among what they find, `tea · 2`, which also
 * leads somewhere when a background that was stopped has forgotten what it suggested.
 */
const PLACE = /^(.*) · (\d+)$/s;
/** More of what was typed leaves no room again. */
const LENGTH = 40;
/** Firefox leaves out a suggestion for just what was typed; nobody sees this, and no search reads it. */
const SAME = '\u00a0';

/** What is given to Firefox, and what each of it stands for. The sentence is a row of its own: what is set as the first row is only seen with the next letter. */
export function shorten(
  typed: string,
  { found, says }: Suggested,
): { found: Suggestion[]; meant: Map<string, string> } {
  const words = typed.trim();
  const isShort = words.length <= LENGTH;
  const meant = new Map<string, string>();
  const rows = found.map((one, at): Suggestion => {
    const content = isShort ? `${words} · ${at + 1}` : `…${one.key}`;
    meant.set(content, one.content);
    return { ...one, content };
  });
  if (!says) return { found: rows, meant };
  const content = (isShort ? words : `${[...words].slice(0, LENGTH).join('')}…`) + SAME;
  meant.set(content, words);
  return { found: [{ content, key: '', description: [{ text: says, hit: false }] }, ...rows], meant };
}

/** The words and the place that such a suggestion stands for, from 0; null for what is none. */
export function readPlace(content: string): { words: string; at: number } | null {
  const [, words, place] = PLACE.exec(content) ?? [];
  return words === undefined ? null : { words, at: Number(place) - 1 };
}
