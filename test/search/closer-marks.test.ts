import { expect, it, onTestFinished, vi } from 'vitest';
import { inTurn } from '../../src/kit/pause.ts';
import type { Slot } from '../../src/search/asked/slot.ts';
import { markCloser } from '../../src/search/look/closer-marks.ts';
import { createLook } from '../../src/search/look/marks.ts';
import { placesWithin } from '../../src/search/look/within.ts';
import { pairs } from '../../src/search/text/spaceless.ts';

it('a stretch is folded once for all that is looked for in it', () => {
  const folding = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => folding.mockRestore());
  const text = '東京都は日本の首都である';
  for (const part of ['東京', '京都', '日本', '首都', 'ない']) placesWithin(text, part);
  expect(placesWithin(text, '首都')).toEqual([[7, 9]]);
  expect(folding.mock.calls.length).toBeLessThan(3 * text.length);
});

it('each stretch of a text is folded once, however many it has', async () => {
  const run = '的一是不了人我在有他';
  const matchersOf = (term: string) => [{ term, isBeginning: false, weight: 1 }];
  const slots = pairs(run).map((word): Slot => ({ role: 'needed', matchers: matchersOf(word), word }));
  const text = Array.from({ length: 600 }, (_, i) => `${run}${String.fromCharCode(0x5e00 + i)}`).join('。');
  const skimmed = { fields: { texts: [text], tongue: 'und' as const } };
  const { marks } = createLook(slots)(skimmed);
  const folding = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => folding.mockRestore());
  await markCloser([{ isWhole: true, marks, loaded: { item: null, skimmed } }], slots);
  expect(folding.mock.calls.length).toBeLessThan(3 * text.length);
});

it('nothing of a text is remembered once it is marked', async () => {
  const text = '数据库连接超时，请重试。';
  const matchers = [{ term: '连接', isBeginning: false, weight: 1 }];
  const slots: Slot[] = [{ role: 'needed', matchers, word: '连接' }];
  const skimmed = { fields: { texts: [text], tongue: 'und' as const } };
  const { marks } = createLook(slots)(skimmed);
  const mark = () => markCloser([{ isWhole: true, marks, loaded: { item: null, skimmed } }], slots);
  const first = await mark();
  const folding = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => folding.mockRestore());
  expect(await mark()).toEqual(first);
  expect(folding).toHaveBeenCalled();
});

it('whatever else there is to do has its turn while many rows are marked', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const did: string[] = [];
  const rows = Array.from({ length: 5 }, () => ({
    isWhole: true,
    marks: [],
    loaded: {
      item: null,
      skimmed: {
        get fields() {
          // Each takes longer than a slice.
          now += 10;
          if (did.length === 0) inTurn(() => did.push('another'));
          did.push('row');
          return { texts: ['東京'], tongue: 'und' as const };
        },
      },
    },
  }));
  await markCloser(rows, []);
  expect(did.slice(0, 3)).toEqual(['row', 'another', 'row']);
});
