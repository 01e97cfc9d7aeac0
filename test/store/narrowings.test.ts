import { expect, it } from 'vitest';
import { operators } from '../../src/search/asked/operators.ts';
import { parseQuery } from '../../src/search/asked/query.ts';
import { narrowings } from '../../src/store/narrowings.ts';

it('begins every operator behind what was typed', () => {
  expect(narrowings('tea ')).toContain('tea tag:');
  expect(narrowings('tea')).toHaveLength(Object.keys(operators).length);
});

it.each(['"green tea', 'is:lesson "green tea"', 'tag:"green tea'])('none is part of what is quoted: %s', (typed) => {
  for (const narrowed of narrowings(typed)) {
    const { asked, filters } = parseQuery(typed);
    const query = parseQuery(`${narrowed}me`);
    expect([...query.asked, ...query.filters].length, narrowed).toBeGreaterThanOrEqual(asked.length + filters.length);
    expect(query.problem ?? query.filters.length, narrowed).not.toBe(filters.length);
  }
});
