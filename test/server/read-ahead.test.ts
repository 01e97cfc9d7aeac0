import { describe, expect, it, vi } from 'vitest';
import { createReadAhead, type Making, type Wanted } from '../../src/server/read-ahead.ts';

const team = (seq: number, id = 'harbour') => ({ id, name: 'Harbour', epoch: 'e', seq, floor: 0, tally: '' });
const wanted = (after: number, manner = 'columns br member'): Wanted => ({ after, limit: 10, swept: 0, manner });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A feed of so many pages, that notes which were made. */
function createFeed(pages: number) {
  const made: number[] = [];
  const make = ({ after }: Wanted): Making<string> => {
    made.push(after);
    return {
      next: Promise.resolve(after + 10 < pages * 10 ? after + 10 : null),
      made: Promise.resolve(`page ${after}`),
    };
  };
  return { made, make };
}

describe('pages made before they are asked for', () => {
  it('are the two that follow, each made once', async () => {
    const { made, make } = createFeed(5);
    const ahead = createReadAhead<string>();
    for (const after of [0, 10, 20, 30, 40]) {
      expect(await ahead.take(team(50), wanted(after), make).made).toBe(`page ${after}`);
      await settled();
      expect(made).toEqual([0, 10, 20, 30, 40].filter((one) => one <= after + 20));
    }
  });

  it('are made anew when something was written, and not for another team, role or packing', async () => {
    const { made, make } = createFeed(3);
    const ahead = createReadAhead<string>();
    ahead.take(team(50), wanted(0), make);
    await settled();
    for (const [of, what] of [
      [team(50, 'mountain'), wanted(10)],
      [team(50), wanted(10, 'columns br reader')],
      [team(51), wanted(10)],
    ] as const) {
      made.length = 0;
      ahead.take(of, what, make);
      expect(made).toEqual([10]);
      await settled();
    }
  });

  it('that fail are said to nobody, and made again for the one who asks', async () => {
    let isBroken = false;
    const make = ({ after }: Wanted): Making<string> => {
      const reading = isBroken ? Promise.reject(new Error('the disk')) : Promise.resolve(after + 10);
      return { next: reading, made: reading.then(String) };
    };
    const ahead = createReadAhead<string>();
    const first = ahead.take(team(1), wanted(0), make);
    isBroken = true;
    expect(await first.made).toBe('10');
    await settled();
    await expect(ahead.take(team(1), wanted(10), make).made).rejects.toThrow('the disk');
    isBroken = false;
    expect(await ahead.take(team(1), wanted(10), make).made).toBe('20');
  });

  it('that nobody asks for are let go of', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { made, make } = createFeed(3);
    const ahead = createReadAhead<string>();
    ahead.take(team(1), wanted(0), make);
    await settled();
    vi.advanceTimersByTime(60_000);
    ahead.take(team(1), wanted(10), make);
    expect(made).toEqual([0, 10, 20, 10]);
    vi.useRealTimers();
  });
});
