import { parseArgs } from 'node:util';

/**
 * What stands behind a command's name, as `parseArgs` of Node reads it. What is not right is said in one sentence, with
 * what there is, and the process ends: a command that goes on with half of what was asked answers another question.
 * @template {import('node:util').ParseArgsConfig} T
 * @param {T} config
 * @returns {ReturnType<typeof parseArgs<T>>}
 */
export function readOptions(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    const names = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    const known = names.length > 0 ? `There are ${names.join(', ')}.` : 'There are no options.';
    return refuse(`${/** @type {Error} */ (error).message.split('. ')[0]?.replace(/\.$/, '')}. ${known}`);
  }
}

/**
 * The whole number that was given for an option, or `usual` where none was.
 * @template {number | undefined} T
 * @param {string} name
 * @param {string | undefined} text
 * @param {T} usual
 */
export function readNumber(name, text, usual) {
  if (text === undefined) return usual;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return refuse(`--${name} takes a whole number, and "${text}" is none.`);
}

/** Ends a command that cannot do what was asked. @param {string} sentence @returns {never} */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
