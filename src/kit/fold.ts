const PLAIN = /^[a-z0-9]*$/;
/**
 * What is not seen, of what colour a picture is, and marks above thirty on one letter, where none has so many: each is put in its order
 * among the others, so that a million of them would take minutes.
 */
const INVISIBLE = /[\u00ad\u200b-\u200d]|\ufe0f|\p{EMod}|\p{M}(?<=[\p{M}\u00ad\u200b-\u200d]{31})/gu;
/**
 * Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic; of Hindi the dot below a letter, and what sounds through the nose, which
 * is a dot above or a letter of its own. Elsewhere marks are vowels, which must stay.
 */
const ACCENTS =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0901\u0902\u093c]|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])/g;
const SPELLED: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

/** One spelling for what people type alike: lower case, without accents, compatible forms made one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  // Compatible forms first: what they stand for may be a capital.
  const apart = text.replace(INVISIBLE, '').normalize('NFKD').toLowerCase();
  const bare = apart.replace(ACCENTS, '').normalize('NFC');
  // All of these, and others between them.
  return bare.replace(/[ß-ς]/g, (letter) => SPELLED[letter] ?? letter);
}
