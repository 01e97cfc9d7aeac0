/** What is searched for: one space behind a word says that it is whole (search/asked/query-parts.ts), all other space around says nothing. */
export function asTyped(query: string): string {
  const words = query.trim();
  // Not by a pattern for space at the end: it begins anew at each of ten thousand spaces that stand between two words.
  return words !== '' && query.trimEnd() !== query ? `${words} ` : words;
}
