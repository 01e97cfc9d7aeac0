import type { Tongue } from './languages.ts';

/** See stems-ahead.ts. Beside each language whole lists of its words, of whose beginnings these reach all but some of a hundred. */
export const suffixes: Partial<Record<Tongue, string>> = {
  de: ' ung isch enheit lichem keit st heit ende ens',
  fr: ' ions assiez erons aient ant ement erez ateur eriez assent se irons ique ables yer ux',
  es: ' icamente amente amiento ativo ista imiento mente able ante arse ividad ismo ible irse cia abilidad',
  pt: ' amos emos ados asse arias ava ando aste mente ardes armos idade ais ica ivo esses ante es',
  it: ' ereste assero ate avano andolo eranno amente emmo erebbero ono iscano ivano avamo ita ammo ete zioni assimo ante uta evano endolo iche osi',
  nl: 'en ing heid erbaar lijk bare ar at al an',
};

/** *The* in Arabic and in Hebrew, which is written as part of the word, and how words of theirs begin: more than the first letter of one. */
const ARTICLES = [
  [/^[ء-ي]./, 'ال'],
  [/^[א-ת]./, 'ה'],
] as const;

/** A word of theirs with its article and without it: who looks for settings means the settings, and the other way round. */
export const articled = (word: string): string[] =>
  ARTICLES.flatMap(([letter, article]) =>
    letter.test(word) ? [article + word, word.replace(RegExp(`^${article}(?=..)`), '')] : [],
  );
