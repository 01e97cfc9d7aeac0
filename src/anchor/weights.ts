/**
 * What speaks for a place, and how much must: all in letters that agree. A run of agreeing text is less likely to be
 * chance the longer it is, by about a bit a letter, and everything else is priced as a run that is as rare.
 */

/** What a place needs: half of one side's context, for the very same words beside what they stood by. */
export const ENOUGH = 28;
/** Beyond four times as much a letter counts a quarter: there two places are doubles, of which one was edited more. */
export const AMPLE = 4 * ENOUGH;
/** For words that were edited. */
export const FOR_CHANGED = 48;
/** This much different, words are wholly edited; less asks for less. */
export const WHOLLY = 0.25;
/** Of a quote so much must be kept, and of the quote and its place together so much be the same. */
export const KEPT = 0.33;

/** The edge of a block, or a section of a given name, is one place in about fifty: as rare as so many letters in a row. */
export const RARE = 6;
/** A move of this much is none. Each doubling costs a letter, so that of two places that are alike the nearer is taken. */
export const NEAR = 64;
/** A lead of so few letters is no lead: sixteen to one is too little where a double stands beside it. */
export const LEAD = 4;

/** What a break in the sequence costs: a word or two stands between, or is gone, or much more. */
export const jumpPrice = (jump: number): number => jump && 2 + Math.log2(jump) + jump / 16;

/** Ink of context kept on each side: three quarters of a line. */
export const USUAL = 42;
/** A quote that is not evidence enough for itself needs more: as much on each side as makes it evidence twice over. */
export const FOR_SHORT = 2 * ENOUGH;
/** As much of a passage that has its double, a code listing of some ten lines. */
export const MOST = 240;
