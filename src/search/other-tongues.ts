import './small-words.ts';

type Stemmer = (word: string) => string;

/** One file a language, so that nobody loads what nobody writes here. */
const files: Record<string, () => Promise<{ stemmer: Stemmer }>> = {
  de: () => import('@orama/stemmers/german'),
  fr: () => import('@orama/stemmers/french'),
  es: () => import('@orama/stemmers/spanish'),
  pt: () => import('@orama/stemmers/portuguese'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
};

/** The stemmer of a language. Its small words are known by then, as those of all languages are. */
export async function bring(tongue: string): Promise<Stemmer> {
  const file = await files[tongue]?.();
  if (!file) throw new Error(`there is no stemmer of ${tongue}`);
  return file.stemmer;
}
