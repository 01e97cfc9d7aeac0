/** Control characters, what turns the direction of text around, and halves of characters have no place in a name. */
const UNCLEAN = /\p{Cc}|\p{Surrogate}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name as it is kept and shown: one line, no hidden characters. May come out empty. */
export const cleanName = (text: string): string => text.replace(UNCLEAN, ' ').replace(/\s+/g, ' ').trim();
