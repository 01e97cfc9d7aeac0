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
