import { describe, expect, test } from 'vitest';
import type { Anchoring } from '../../../src/domain/target.ts';
import { arrange, type Placed } from '../../../src/pages/sidebar/page/arrange.ts';
import type { PlaceRow } from '../../../src/store/rows.ts';

const record = (id: string, created: number, selectors = 1, team = ''): Placed['record'] =>
  ({
    id,
    team,
    created,
    kind: 'lesson',
    body: { created, target: { url: 'u', href: 'u', selectors: Array(selectors).fill({ type: 'X' }) } },
  }) as unknown as Placed['record'];

const place = (id: string, at: number, anchoring: Anchoring = { state: 'anchored' }, team = ''): PlaceRow => ({
  team,
  id,
  page: 'u',
  anchoring,
  at,
  seen: 1,
});

const ids = (placed: Placed[]) => placed.map((one) => one.record.id);

describe('what stands on a page', () => {
  test('is read in the order of the page, whole-page lessons first, those not looked for yet last', () => {
    const records = [record('new', 9), record('low', 1), record('high', 5), record('page', 7, 0)];
    const { here } = arrange(records, [place('low', 900), place('high', 100)]);
    expect(ids(here)).toEqual(['page', 'high', 'low', 'new']);
  });

  test('stands apart where its passage was edited or is gone', () => {
    const { here, apart } = arrange(
      [record('stays', 1), record('edited', 2), record('gone', 3)],
      [
        place('stays', 1),
        place('edited', 2, { state: 'changed', now: 'x', reason: 'text-edited' }),
        place('gone', 0, { state: 'orphaned', reason: 'not-found' }),
      ],
    );
    expect(ids(here)).toEqual(['stays']);
    expect(ids(apart).sort()).toEqual(['edited', 'gone']);
  });

  test('keeps its place when sharing moves it to the team', () => {
    const { here } = arrange([record('a', 1), record('b', 2, 1, 'team')], [place('a', 200), place('b', 100)]);
    expect(ids(here)).toEqual(['b', 'a']);
  });
});
