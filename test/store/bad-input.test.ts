import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BodyOf } from '../../src/domain/kinds/index.ts';
import { createId } from '../../src/kit/id.ts';
import type { Part } from '../../src/search/find/part.ts';
import type { SegmentSource } from '../../src/search/stored/segment-source.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, type Device, value } from './device.ts';
import { oddSigns, oddTexts } from './odd-texts.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const lesson = async (body: Partial<BodyOf<'lesson'>>) =>
  value(await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, ...body } }, () => 1));
const found = async (typed: string) => (await find(device.store.relaxed, typed, { limit: 5 })).hits.length;

/** Both in what is fresh and in a segment: two ways to read the same. */
async function inBoth(check: () => Promise<void>): Promise<void> {
  await check();
  expect(await flush(device.store.relaxed, 1)).toBe(true);
  await check();
}

/** What a search may take, however odd: terms that are looked up, words that are stemmed, records that are read. */
const MOST = { matchers: 2_500, stems: 4_000, records: 1_000 };
const taken = vi.hoisted(() => ({ matchers: 0, stems: 0, records: 0 }));
vi.mock('stemmer', async (original) => {
  const { stemmer } = await original<typeof import('stemmer')>();
  return {
    stemmer: (word: string) => {
      taken.stems++;
      return stemmer(word);
    },
  };
});
vi.mock('../../src/search/find/part.ts', async (original) => {
  const { createSegmentPart } = await original<typeof import('../../src/search/find/part.ts')>();
  const counted = (part: Part): Part => ({
    ...part,
    match: (matchers) => {
      taken.matchers += matchers.length;
      return part.match(matchers);
    },
  });
  return { createSegmentPart: (source: SegmentSource) => counted(createSegmentPart(source)) };
});
vi.mock('../../src/store/load-numbers.ts', async (original) => {
  const all = await original<typeof import('../../src/store/load-numbers.ts')>();
  const loadNumbers: typeof all.loadNumbers = (db, numbers, look) => {
    taken.records += numbers.length;
    return all.loadNumbers(db, numbers, look);
  };
  return { ...all, loadNumbers };
});

describe('whatever is typed', () => {
  it('is borne, takes no more than so much, and finds what says it', { timeout: 120_000 }, async () => {
    const all = [...oddTexts, ...oddSigns];
    const ids = new Map<string, string>();
    for (const [i, text] of all.entries()) {
      ids.set(text, (await lesson({ note: text })).id);
      // Most stand in a segment, the others in lines that wait for one.
      if (i === all.length - 40) expect(await flush(device.store.relaxed, 1)).toBe(true);
    }
    for (const typed of all) {
      const message = JSON.stringify(typed.slice(0, 100));
      Object.assign(taken, { matchers: 0, stems: 0, records: 0 });
      const { hits } = await find(device.store.relaxed, typed, { limit: 60 });
      for (const [what, most] of Object.entries(MOST))
        expect(taken[what as keyof typeof MOST], `${what} of ${message}`).toBeLessThan(most);
      const whole = hits.filter(({ isWhole }) => isWhole).map(({ record }) => record.id);
      if (oddTexts.includes(typed)) expect(whole, message).toContain(ids.get(typed));
    }
  });

  it('a long text that was kept is found by itself, though it has more words than are asked for', async () => {
    const letters = Array.from(
      { length: 900 },
      (_, i) => (i % 60 === 0 ? ' ' : '') + String.fromCodePoint(0x4e00 + 7 * i),
    );
    const spaceless = letters.join('');
    const spaced = Array.from({ length: 300 }, (_, i) => `w${i}`).join(' ');
    await lesson({ note: spaceless });
    await lesson({ note: spaced });
    await inBoth(async () => {
      for (const text of [spaceless, spaced]) {
        const { hits } = await find(device.store.relaxed, text, { limit: 5 });
        expect(hits.map(({ isWhole }) => isWhole)).toEqual([true]);
      }
    });
  });

  it('nobody reaches facets or beginnings by typing their marks', async () => {
    await lesson({ title: 'Tea' });
    await inBoth(async () => {
      expect(await found('\u0001klesson')).toBe(0);
      expect(await found('\u0002te')).toBe(1);
      expect(await found('\u0002zz')).toBe(0);
    });
  });
});

describe('whatever is kept', () => {
  it('a note of a megabyte is found by its first word and its last', async () => {
    const words = Array.from({ length: 120_000 }, (_, i) => (i % 3 === 0 ? `word${i % 900}` : 'and')).join(' ');
    const note = `alphabetical ${words.slice(0, 999_000)} omega`;
    await lesson({ note });
    await inBoth(async () => {
      for (const typed of ['alphabetical', 'omega', 'word897', '"omega"', 'alphab'])
        expect(await found(typed), typed).toBe(1);
    });
  });

  it('a word of a megabyte is found by its beginning', async () => {
    await lesson({ note: `${'ab'.repeat(490_000)} tea` });
    await inBoth(async () => {
      for (const typed of ['abab', 'tea']) expect(await found(typed), typed).toBe(1);
    });
  });

  // As much as is kept: a megabyte.
  it.each([200, 5_000, 330_000])('a run of %i letters without a space is found by any of it', async (count) => {
    const letters = Array.from({ length: count }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)));
    await lesson({ note: letters.join('') });
    await inBoth(async () => {
      for (const at of [0, 62, 63, 64, 127, count - 3]) {
        const some = letters.slice(at, at + 3).join('');
        for (const typed of count > 5_000 ? [some] : [some, `"${some}"`])
          expect(await found(typed), `${typed} at ${at}`).toBe(1);
      }
    });
  });

  it('an empty one is kept and found by nothing', async () => {
    await lesson({});
    await lesson({ title: 'tea' });
    await inBoth(async () => expect(await found('tea')).toBe(1));
  });

  it('tags with tabs and line feeds in them keep the index whole', async () => {
    await lesson({ title: 'Odd', tags: ['one\ntwo', 'three\tfour', '\u0001k', '\u0000'] });
    await lesson({ title: 'Zebra' });
    await inBoth(async () => {
      for (const typed of ['zebra', 'odd', 'tag:"one two"', 'four', 'is:lesson odd'])
        expect(await found(typed), typed).toBe(1);
    });
  });

  it('each of a thousand tags finds it, as a word and as a tag', async () => {
    await lesson({ title: 'Many', tags: Array.from({ length: 1_000 }, (_, i) => `Tag ${i}`) });
    await inBoth(async () => {
      for (const typed of ['tag:"tag 0"', 'tag:"tag 999"', 'many 512']) expect(await found(typed), typed).toBe(1);
    });
  });

  it('regular expressions, markup, lone surrogates and overrides are found by the words in them', async () => {
    await lesson({ title: '(.*)+$ regexp', note: '<b onclick="x()">markup</b>' });
    await lesson({ title: '\ud800lonely\udfff', note: '\u202eoverride\u202c \u0000nul' });
    await inBoth(async () => {
      for (const typed of ['regexp', 'markup', 'onclick', 'lonely', 'override', 'nul'])
        expect(await found(typed), typed).toBe(1);
    });
  });
});
