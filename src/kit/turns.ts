/** Turn the direction of all that follows. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text that somebody typed or pasted, for a sentence of ours: it does not turn the rest of it around. */
export const withoutTurns = (text: string): string => text.replace(TURNS, '');
