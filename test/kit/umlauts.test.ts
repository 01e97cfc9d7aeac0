import { expect, it } from 'vitest';
import { spelledOut, withoutUmlauts } from '../../src/kit/umlauts.ts';

it.each([
  ['Jörg Müller', 'joerg mueller'],
  ['ÄRGER', 'aerger'],
  ['Go\u0308tz', 'goetz'],
  ['Søren', 'soeren'],
  ['Joel', 'joel'],
  ['Zoë', 'zoe'],
  ['Mueller', 'mueller'],
])('%s is typed as %s where umlauts cannot be', (written, typed) => {
  expect(spelledOut(written)).toBe(typed);
});

it.each([
  ['mueller', 'muller'],
  ['buero', 'buro'],
  ['aerger', 'arger'],
  ['quelle', 'quelle'],
  ['feuer', 'feuer'],
  ['treue', 'treue'],
])('%s may have been written for %s', (typed, folded) => {
  expect(withoutUmlauts(typed)).toBe(folded);
});
