/** Languages whose endings and small words are known. */
export const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof languages)[number];

/** A language search knows the endings of, or 'und' for every other: folded only. */
export type Tongue = Language | 'und';
