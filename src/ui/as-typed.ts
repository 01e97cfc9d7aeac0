/** What is searched for: one space behind a word says that it is whole (search/asked.ts), all other space around says nothing. */
export const asTyped = (query: string): string => query.trimStart().replace(/\s+$/, ' ');
