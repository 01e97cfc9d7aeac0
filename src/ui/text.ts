import type english from '../../public/_locales/en/messages.json';

/** Every sentence a person reads has a key in `public/_locales`. */
export type MessageKey = keyof typeof english;

export type GetText = (key: string, ...substitutions: string[]) => string;

let getText: GetText = (key) => key;

/**
 * Each page says once, before it draws, where its sentences come from; it also sets the document's language, and
 * its direction from the browser's own `@@bidi_dir`. Gives '' for a key that is not there, as the browsers do.
 */
export function provideText(from: GetText): void {
  getText = from;
  sentences.clear();
  document.documentElement.lang = language();
  document.documentElement.dir = from('@@bidi_dir') || 'ltr';
}

/**
 * Those without anything filled in, with what is drawn in them, or with small numbers, as ages have: a list asks for the same few with every row, and the browser takes
 * its time for each.
 */
const sentences = new Map<string, string>();
const SMALL = 100;
/** Stands where what is drawn in a sentence will; no sentence has it otherwise. */
const HERE = '\u0001';

/** The sentence of a key, with `$1`… filled in. */
export function text(key: MessageKey, ...substitutions: (string | number)[]): string {
  const isKept = substitutions.every((one) => one === HERE || (typeof one === 'number' && one < SMALL));
  const name = `${key} ${substitutions}`;
  const sentence = (isKept && sentences.get(name)) || getText(key, ...substitutions.map(String));
  if (isKept) sentences.set(name, sentence);
  return sentence;
}

/** A sentence before and after what is drawn in the place of its `$1`. */
export function textAround(key: MessageKey): [before: string, after: string] {
  const [before = '', after = ''] = text(key, HERE).split(HERE);
  return [before, after];
}

/** A sentence whose key is made at run time; `otherwise` where there is none. */
export const textOr = (key: string, otherwise: MessageKey, ...substitutions: string[]): string =>
  getText(key, ...substitutions) || getText(otherwise, ...substitutions);

/** `one` for 1, `many` (with the number as `$1`) for the rest. Both browsers' message files lack plurals. */
export const count = (n: number, one: MessageKey, many: MessageKey): string => (n === 1 ? text(one) : text(many, n));

/** BCP 47 language that the sentences are in, which need not be the browser's own: dates are written in it too. */
export const language = (): string => text('uiLanguage') || 'en';
