/** How what was typed falls into pieces: `-`, a quoted part, `name:value` with the value quoted or not, or anything else up to a space. */
export const PIECE = /(-?)(?:"([^"]*)("|$)|(\p{L}+):(?:"([^"]*)(?:"|$)|(\S*))|(\S+))/gu;

/** Behind a minus, what is text: an option of a command (`--amend`, `-la`), a number below zero, signs. */
const OPTION = /^(?:[-\d]|[a-z\d]{1,2}(?![\p{L}\p{N}+#])|[^\p{L}\p{N}]*$)/iu;

/** Whether a bare word behind a minus is to be left out. */
export const isLeftOut = (behind: string): boolean => !OPTION.test(behind);
