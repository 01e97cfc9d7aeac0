import { stemmer as porter } from 'stemmer';

/** Only what ends so may need more than Porter. */
const LAST = /[irsy]$/;
/** As far as Porter cuts them, without what he leaves apart: [try, tried]; [easy, easily]; [alias, aliases], [status, statuses]; [color, colour]. */
const MENDS: [RegExp, string][] = [
  [/(?<=^[^aeiou]{2,})y$/, 'i'],
  [/(?<=..i)li$/, ''],
  [/(?<=..a|.(?<!ho)u)s$/, ''],
  [/(?<=...)our$/, 'or'],
];
/** What is written with an s and with a z: [optimise, optimize], [analysis, analyses, analyze]. */
const WITH_S = /(?<=^.{4,}[iy])si?$/;
/** What two letters are left of: [die, dies, died, dying]; [add, added, adding], [egg], [odd]. */
const IN_IE = /^.(?=(?:ies|ied|ying)$)/;
const DOUBLED = /^[aeo](.)\1/;

/**
 * An English word without its endings: Porter's stemmer, then what parts two forms of one word there. Of doubled letters and of *y* and *ie*
 * Snowball's English stemmer has the same (snowballstem.org), whose other changes no collection tells from these.
 */
export function english(word: string): string {
  const cut = porter(word);
  if (cut.length === 2) {
    const [first] = IN_IE.exec(word) ?? [];
    return first ? `${first}ie` : (DOUBLED.exec(word)?.[0] ?? cut);
  }
  if (!LAST.test(cut)) return cut;
  const american = WITH_S.test(cut) ? porter(cut.replace(WITH_S, 'ze')) : cut;
  return MENDS.reduce((so, [end, other]) => so.replace(end, other), american);
}
