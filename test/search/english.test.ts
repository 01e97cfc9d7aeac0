import { describe, expect, it } from 'vitest';
import { stem } from '../../src/search/text/language.ts';

describe('an English stem', () => {
  it.each([
    ['try tries tried trying'],
    ['fly flies flying'],
    ['add adds added adding'],
    ['egg eggs egged'],
    ['die dies died dying'],
    ['tie ties tied tying'],
    ['easy easily'],
    ['temporary temporarily'],
    ['alias aliases aliased aliasing'],
    ['status statuses'],
    ['virus viruses'],
    ['various variously'],
    ['colour color colours colored colouring'],
    ['behaviour behavior behavioural'],
    ['optimise optimize optimised optimizing optimisation optimization'],
    ['organise organize organiser'],
    ['analysis analyses analyse analyze analysing analyzed'],
    ['house houses housed'],
    ['run running runs'],
  ])('is one for %s', (forms) => {
    const stems = forms.split(' ').map((form) => stem(form, 'en'));
    expect(new Set(stems), stems.join(' ')).toHaveLength(1);
  });

  it.each([
    ['adding ads'],
    ['off of'],
    ['use user'],
    ['port portal'],
    ['tour tor'],
    ['house hour'],
    ['basis base'],
    ['class clause'],
    ['die dye'],
  ])('parts %s', (words) => {
    const stems = words.split(' ').map((one) => stem(one, 'en'));
    expect(new Set(stems), stems.join(' ')).toHaveLength(stems.length);
  });
});
