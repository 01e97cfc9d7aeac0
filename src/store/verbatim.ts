import { wordsOf } from '../domain/said.ts';
import { words } from '../search/text/words.ts';
import type { Shown } from './read.ts';

/** So much of a record is looked through for how it spells its words. */
const READ_MAX = 20_000;
/** Spelt in capitals, a word of so many letters is a name. */
const NAME_MAX = 6;

/** Folded words, also several in a row, as a record spells them: with their accents, in small letters unless they are a name. */
export function verbatim(record: Shown, folded: string[]): string[] {
  const { title, tags, note, text, quote } = wordsOf(record);
  const said = [quote, note, text, tags?.join(' '), title].filter(Boolean).join('\n').slice(0, READ_MAX);
  const spelt = new Map<string, string>();
  for (const one of words(said)) {
    const known = spelt.get(one.word);
    if (known === undefined || isPlainer(one.text, known)) spelt.set(one.word, one.text);
  }
  const spell = (word: string): string => spelt.get(word) ?? word;
  return folded.map((row) => row.split(' ').map(spell).join(' '));
}

/** At the beginning of a sentence a word has a capital that is not its own. */
const isPlainer = (text: string, than: string): boolean =>
  text.toLowerCase() === text && than.length > NAME_MAX && than.toUpperCase() !== than;
