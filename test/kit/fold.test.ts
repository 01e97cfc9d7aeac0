import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { fold } from '../../src/kit/fold.ts';

it.each([
  ['Straße', 'strasse'],
  ['NAÏVE', 'naive'],
  ['Łódź', 'lodz'],
  ['ﬁle', 'file'],
  ['Ｆｕｌｌ', 'full'],
  ['Donau\u00addampf', 'donaudampf'],
  ['İstanbul', 'istanbul'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['οδός', 'οδοσ'],
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

it('a letter under a hundred thousand marks is put in order with a few of them', () => {
  const ordered: number[] = [];
  const normalize = String.prototype.normalize;
  const ordering = vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form) {
    ordered.push(this.length);
    return this.length > 1_000 ? '' : normalize.call(this, form);
  });
  onTestFinished(() => ordering.mockRestore());
  expect(fold(`z${'\u0301\u0323'.repeat(50_000)}`)).toBe('z');
  expect(fold(`z${'\u0301\u200d\u0323\u200d'.repeat(50_000)}`)).toBe('z');
  expect(Math.max(...ordered)).toBeLessThan(100);
});

it('marks are left that a letter may have', () => {
  // A stack of Tibetan letters with its vowels.
  const stack = 'ཀ\u0fb1\u0fb2\u0fad\u0f74\u0f7e'.normalize('NFKD');
  expect(fold(stack).normalize('NFKD')).toBe(stack);
});
