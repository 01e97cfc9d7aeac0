/** Letters and digits of scripts that part words by spaces; those of others have no words to break. */
const IN_WORD = /[\p{L}\p{N}_]/u;
const UNPARTED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff]/;

/** Whether a unit joins its neighbours into a word. */
export const isInWord = (unit: string): boolean => IN_WORD.test(unit) && !UNPARTED.test(unit);
