import { fold } from './fold.ts';

/** What German has umlauts for where they cannot be typed, as folding leaves them. Mauer, Feuer and Quelle have none. */
const SPELLED = /ae|oe|(?<![aeq])ue/g;

/** One spelling of what is folded, whether it was written with umlauts or without: `mueller` becomes `muller`. */
export const withoutUmlauts = (folded: string): string => folded.replace(SPELLED, (letters) => letters.charAt(0));

/** The other way, folded, of what is not yet: `Müller` becomes `mueller`, and nothing that has no umlaut does. Scandinavians write ø so as well. */
export const spelledOut = (text: string): string =>
  fold(text.normalize('NFC').replace(/[äöøü]/gi, (letter) => `${fold(letter)}e`));
