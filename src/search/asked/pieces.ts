/** How what was typed falls into pieces: `-`, a quoted part, `name:value` with the value quoted or not, or anything else up to a space. */
export const PIECE = /(-?)(?:"([^"]*)("|$)|(\p{L}+):(?:"([^"]*)(?:"|$)|(\S*))|(\S+))/gu;

/** Behind a minus, what is text: an option of a command (`--amend`, `-la`), a number below zero, signs. */
const OPTION = /^(?:[-\d]|[a-z\d]{1,2}(?![\p{L}\p{N}\p{M}+#])|[^\p{L}\p{N}]*$)/iu;

/** Whether a bare word behind a minus is to be left out. */
export const isLeftOut = (behind: string): boolean => !OPTION.test(behind);

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const QUOTES = /[“”„‟]/g;
/** Alone these point to something. */
const POINTED = /«[^«»]*»|»[^«»]*«/g;

/** The same, sign for sign, with the quotes and signs that are read here: a keyboard, or whoever set a text, has others. */
export const plainSigns = (typed: string): string =>
  typed
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(POINTED, (quoted) => `"${quoted.slice(1, -1)}"`)
    .replace(QUOTES, '"');
