import { parseArgs } from 'node:util';

/** @typedef {{ check: boolean, browser: 'chrome' | 'firefox' | null, port: number }} Arguments */

/** Where the team server answers unless told otherwise; the same each time, since those who joined remember it. */
const PORT = 8787;
const USAGE = 'There are --browser chrome|firefox, --port N and --check.';

/**
 * What stands behind `npm start --`, or a sentence that says what of it is not right.
 * @param {string[]} words
 * @returns {Arguments | string}
 */
export function readArguments(words) {
  try {
    const { values } = parseArgs({
      args: words,
      options: { check: { type: 'boolean' }, browser: { type: 'string' }, port: { type: 'string' } },
    });
    const { browser = null, port = String(PORT), check = false } = values;
    if (browser !== null && browser !== 'chrome' && browser !== 'firefox') {
      return `"${browser}" is no browser that is known here. ${USAGE}`;
    }
    if (!/^\d+$/.test(port) || Number(port) > 65_535) return `"${port}" is no port. It is a number up to 65535.`;
    return { check, browser, port: Number(port) };
  } catch (error) {
    return `${/** @type {Error} */ (error).message.split('.')[0]}. ${USAGE}`;
  }
}
