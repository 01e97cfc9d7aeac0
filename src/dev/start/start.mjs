import { build } from '../../../build.mjs';
import { installPackages } from '../install.mjs';
import { writeTool } from '../typescript.mjs';
import { readArguments } from './arguments.mjs';

/**
 * Starts, or checks, and gives the exit code. What a person can mend is said in a sentence.
 * @param {string[]} words
 * @returns {Promise<number>}
 */
export async function start(words) {
  const read = readArguments(words);
  if (typeof read === 'string') return refuse(read);
  try {
    installPackages();
    console.log('Building …');
    await build();
  } catch (error) {
    return refuse(/** @type {Error} */ (error).message);
  }
  const tool = read.check ? 'src/dev/start/check.ts' : 'src/dev/start/open.ts';
  const { run } = await import(await writeTool(tool));
  return run(read);
}

function refuse(/** @type {string} */ sentence) {
  console.error(sentence);
  return 1;
}
