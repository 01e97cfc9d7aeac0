/** What stands inside a word of a name and is neither letter nor space. */
const SIGNS = /(?<=\p{L}\p{M}*)[^\p{L}\p{N}\p{M}\s]+(?=\p{L})/gu;

/** A name as it is typed by whoever leaves these out: Aoife OConnor, Ann SmithJones. */
export const withoutSigns = (name: string): string => name.replace(SIGNS, '');
