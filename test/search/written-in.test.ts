import { expect, it } from 'vitest';
import { guessLanguage } from '../../src/search/text/other-tongues.ts';
import { words } from '../../src/search/text/words.ts';
import { writtenIn } from '../../src/search/text/written-in.ts';

const guessed = (text: string, usual?: 'de' | 'fr') => guessLanguage(words(text), usual);

it('a few words of German are taken for German by letters that only German has', () => {
  expect(guessed('Häuser\nWir kaufen zwei Häuser')).toBe('de');
  expect(guessed('Verbindung schließen')).toBe('de');
  expect(guessed('Einstellung überschrieben')).toBe('de');
  expect(guessed('Cómo mañana')).toBe('es');
  expect(guessed('Gestão de versões')).toBe('pt');
});

it('a name or a borrowed word in a text does not make it another language', () => {
  expect(guessed('Ask Jürgen how it is to be restarted, and why that was so')).toBe('en');
  expect(guessed('The naïve approach in the café')).toBe('en');
});

it('where nothing tells it is the language somebody reads their browser in, where something tells it is not', () => {
  expect(guessed('Rechnung prüfen', 'fr')).toBe('de');
  expect(guessed('Zertifikat erneuern', 'de')).toBe('de');
  expect(guessed('Zertifikat erneuern')).toBe('en');
  expect(guessed('How to restart the server when it is down', 'de')).toBe('en');
});

it('what is written in other letters is in none of these languages', () => {
  for (const text of ['الإعدادات', 'הגדרות 2', '設定', 'Настройки']) expect(guessed(text, 'de'), text).toBe('und');
  for (const text of ['Настройки nginx', '2.14', '']) expect(guessed(text), text).toBe('en');
});

it('is kept with what was written only where nobody could tell it afterwards', async () => {
  expect(await writtenIn(['Zertifikat erneuern', undefined], 'de-AT')).toEqual({ lang: 'de' });
  expect(await writtenIn(['Wir kaufen zwei Häuser'], 'de')).toEqual({});
  expect(await writtenIn(['How to restart the server when it is down'], 'de')).toEqual({});
  expect(await writtenIn(['Renew the certificate'], 'en-GB')).toEqual({});
  expect(await writtenIn(['Odnowić certyfikat'], 'pl')).toEqual({});
  expect(await writtenIn(['Настройки'], 'de')).toEqual({});
});
