import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/kit/fold.ts';

it.each([
  ['Straße', 'strasse'],
  ['NAÏVE', 'naive'],
  ['Łódź', 'lodz'],
  ['ﬁle', 'file'],
  ['Ｆｕｌｌ', 'full'],
  ['Donau\u00addampf', 'donaudampf'],
  ['İstanbul', 'istanbul'],
  ['ज़िंदगी', 'जिदगी'],
  ['फ़ाइल', 'फाइल'],
  ['हिन्दी', 'हिदी'],
  ['हिंदी', 'हिदी'],
  ['हँसी', 'हसी'],
])('%s is typed like %s', (written, typed) => {
  expect(fold(written)).toBe(typed);
});

it('leaves marks that are vowels', () => {
  expect(fold('वेतन')).toBe('वेतन');
  expect(fold('が')).toBe('が');
});

it('changes nothing the second time', () => {
  const anything = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(anything, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 1000 },
  );
});
