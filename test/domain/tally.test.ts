import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countIn, countOut, emptyTally, readTally, type Tally, writeTally } from '../../src/domain/tally.ts';

const records = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 8 }),
    version: fc.record({
      n: fc.integer({ min: 1, max: 9 }),
      time: fc.double(),
      device: fc.string(),
      hash: fc.string(),
    }),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
);

const tallyOf = (some: Parameters<typeof countIn>[1][]): Tally => {
  const tally = emptyTally();
  for (const one of some) countIn(tally, one);
  return tally;
};

it('is the same in every order', () => {
  fc.assert(
    fc.property(records, (some) => {
      expect(tallyOf([...some].reverse())).toEqual(tallyOf(some));
    }),
  );
});

it('notices one record that is missing, or stands in another version', () => {
  fc.assert(
    fc.property(records, (some) => {
      const [first, ...rest] = some;
      if (!first) return;
      const whole = writeTally(tallyOf(some));
      expect(writeTally(tallyOf(rest))).not.toBe(whole);
      const other = { ...first, version: { ...first.version, n: first.version.n + 1 } };
      expect(writeTally(tallyOf([other, ...rest]))).not.toBe(whole);
    }),
  );
});

it('follows each change', () => {
  fc.assert(
    fc.property(records, records, (some, others) => {
      const tally = tallyOf([...some, ...others]);
      for (const one of others) countOut(tally, one);
      expect(tally).toEqual(tallyOf(some));
    }),
  );
});

it('does not count what was deleted', () => {
  const version = { n: 1, time: 1, device: 'a', hash: '' };
  expect(tallyOf([{ id: 'a', version, deleted: true }])).toEqual(emptyTally());
});

it('is read as it was written', () => {
  fc.assert(
    fc.property(records, (some) => {
      expect(readTally(writeTally(tallyOf(some)))).toEqual(tallyOf(some));
    }),
  );
  for (const text of ['', '1', '1:zz', '-1:0000000000000000', '1:00000000000000001'])
    expect(readTally(text)).toBeNull();
});
