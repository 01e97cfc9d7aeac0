import { expect, it } from 'vitest';
import { readLine, writeLine } from '../../src/search/stored/fresh-line.ts';
import { knownTerm } from '../../src/search/text/known-terms.ts';

it('a line is read as it was written, and of half a line what stands there', () => {
  const line = writeLine(['tea', 'pot'].map(knownTerm), [3, 15]);
  expect([...readLine(line)]).toEqual([
    ['tea', 3],
    ['pot', 15],
  ]);
  expect([...readLine(line.slice(0, -3))]).toEqual([['tea', 3]]);
  expect([...readLine('tea')]).toEqual([]);
});
