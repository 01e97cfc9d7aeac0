import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotsFor } from '../../src/ui/slots.ts';

test('who stays keeps the key, who is new has that of one who goes', () => {
  const before = slotsFor(['a', 'b', 'c'], new Map());
  const now = slotsFor(['c', 'new', 'b', 'newer'], before);
  expect([now.get('c'), now.get('b')]).toEqual([before.get('c'), before.get('b')]);
  expect(now.get('new')).toBe(before.get('a'));
  expect([...before.values()]).not.toContain(now.get('newer'));
});

test('whatever comes and goes, no two rows have one key, and there are no more keys than the longest list had rows', () => {
  const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 12 }));
  fc.assert(
    fc.property(lists, (all) => {
      let slots = new Map<string, number>();
      for (const list of all) {
        const before = slots;
        slots = slotsFor(list, before);
        expect([...slots.keys()]).toEqual(list);
        expect(new Set(slots.values()).size).toBe(list.length);
        for (const one of list) if (before.has(one)) expect(slots.get(one)).toBe(before.get(one));
        const fresh = [...slots.values()].filter((slot) => ![...before.values()].includes(slot));
        expect(fresh.length).toBe(Math.max(0, list.length - before.size));
      }
    }),
  );
});
