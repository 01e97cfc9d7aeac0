import { fold } from '../../kit/fold.ts';
import { type Language, languages, type Tongue } from './languages.ts';

/** Words of a language that join others and say little themselves. */
const lists: Record<Language, string> = {
  en: 'a about after again all also am an and any are as at be because been before being below between both but by can could did didn do does doesn doing don down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your',
  de: 'aber als am an auch auf aus bei bin bis da das dass dem den der des die dies diese dieser du durch ein eine einem einen einer er es für hat haben hier ich ihr im in ist ja kann mein mit nach nicht noch nur oder sich sie sind so über um und uns von vor war was wenn wer werden wie wir wird wo zu zum zur',
  fr: 'au aux avec ce ces cette comme dans de des du elle en est et être il ils je la le les leur lui ma mais me mes mon ne nos notre nous on ou où par pas plus pour qu que qui sa se ses si son sont sur ta te tu un une vos votre vous y',
  es: 'al como con cómo de del desde donde el ella en entre era es esta este esto está fue ha hay la las le lo los más me mi muy no nos o para pero por qué que se ser si sin sobre son su sus también te tu un una uno y ya yo',
  pt: 'ao aos as até com como da das de do dos e ela ele em entre era essa esse esta este eu foi há isso já mais mas me meu minha muito na nas não no nos o os ou para pela pelo por qual quando que se sem ser seu sua são também te um uma você',
  it: 'ai al alla anche che chi ci come con cosa da dal dalla degli dei del della delle di dove e è gli ha ho i il in io la le lo ma mi nei nel nella non o per perché più quando questo questa se si sono su sul sulla tra tu un una uno',
  nl: 'aan al als bij dan dat de der deze die dit door een en er het hij hoe ik in is je kan maar me meer met mijn naar niet nog of om ook op over te tot uit van voor was wat we wel werd wie wij worden wordt zal ze zich zijn zo zou',
};

/** What is made once a tongue, when it is first asked for. */
export function byTongue<T>(make: (tongue: Tongue) => T): (tongue: Tongue) => T {
  const made = new Map<Tongue, T>();
  return (tongue) => {
    const one = made.get(tongue) ?? make(tongue);
    made.set(tongue, one);
    return one;
  };
}

/** To fold all of them at once was a good part of a popup's start. */
export const smallWordsOf = byTongue<ReadonlySet<string>>(
  (tongue) => new Set(tongue === 'und' ? [] : fold(lists[tongue]).split(' ')),
);

export const isSmallAnywhere = (word: string): boolean =>
  languages.some((language) => smallWordsOf(language).has(word));

/**
 * Words that ask or set one thing beside another, folded: they are small in what is searched for alone, where something is written in their tongue (French `comment` is another
 * word beside English and German). What a text is written in is told by those above, and that stays as it was when the text was indexed.
 */
const questions: Partial<Record<Tongue, RegExp>> = {
  en: /^(vs|versus)$/,
  de: /^w(ann|arum|elche[mnrs]?|e[mn]|ieso|o(her|hin|mit|ran|zu))$/,
  fr: /^(com(bien|ment)|pourquoi|qu(and|oi|el(le)?s?))$/,
  es: /^(porque|quien(es)?|cu(al(es)?|ando|ant[ao]s?))$/,
  pt: /^(onde|porque|qu(ais|em|ant[ao]s?))$/,
  it: /^qu(al[ei]?|ant[aeio])$/,
  nl: /^(hoeveel|waar(mee|om)?|wanneer|welke?)$/,
};

/** Tells a tongue, but says something where it is searched for: days off, sign off. */
const SAYING = 'off';

/** Whether a word that is searched for is small in a tongue. */
export const isSmallAsked = (word: string, tongue: Tongue): boolean =>
  (word !== SAYING && smallWordsOf(tongue).has(word)) || (questions[tongue]?.test(word) ?? false);

/** Whether a word that is being typed is one, or may become one of those that tell its tongue: `wher`, `bein`. */
export const mayBeSmall = (word: string, tongue: Tongue): boolean =>
  isSmallAsked(word, tongue) ||
  (word.length > 1 && word !== SAYING && [...smallWordsOf(tongue)].some((one) => one.startsWith(word)));
