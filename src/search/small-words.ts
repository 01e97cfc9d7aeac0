import './small-english.ts';
import { languages, learnSmallWords, stopWordsOf } from './stop-words.ts';

/** Small words of all languages. Known as soon as this is loaded. */
learnSmallWords({
  de: 'aber als am an auch auf aus bei bin bis da das dass dem den der des die dies diese dieser du durch ein eine einem einen einer er es für hat haben hier ich ihr im in ist ja kann mein mit nach nicht noch nur oder sich sie sind so über um und uns von vor war was wenn wer werden wie wir wird wo zu zum zur',
  fr: 'au aux avec ce ces cette comme dans de des du elle en est et être il ils je la le les leur lui ma mais me mes mon ne nos notre nous on ou où par pas plus pour qu que qui sa se ses si son sont sur ta te tu un une vos votre vous y',
  es: 'al como con cómo de del desde donde el ella en entre era es esta este esto está fue ha hay la las le lo los más me mi muy no nos o para pero por qué que se ser si sin sobre son su sus también te tu un una uno y ya yo',
  pt: 'ao aos as até com como da das de do dos e ela ele em entre era essa esse esta este eu foi há isso já mais mas me meu minha muito na nas não no nos o os ou para pela pelo por qual quando que se sem ser seu sua são também te um uma você',
  it: 'ai al alla anche che chi ci come con cosa da dal dalla degli dei del della delle di dove e è gli ha ho i il in io la le lo ma mi nei nel nella non o per perché più quando questo questa se si sono su sul sulla tra tu un una uno',
  nl: 'aan al als bij dan dat de der deze die dit door een en er het hij hoe ik in is je kan maar me meer met mijn naar niet nog of om ook op over te tot uit van voor was wat we wel werd wie wij worden wordt zal ze zich zijn zo zou',
});

export const isSmallAnywhere = (word: string): boolean => languages.some((language) => stopWordsOf(language).has(word));
