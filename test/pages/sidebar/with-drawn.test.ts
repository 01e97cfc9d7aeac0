import { expect, it } from 'vitest';
import { withDrawn } from '../../../src/pages/sidebar/page/with-drawn.ts';
import type { PageFits } from '../../../src/wire/fits.ts';

const answer = (...ids: string[]): PageFits => ({
  read: 'read',
  pages: [],
  fits: ids.map((id) => ({ id }) as PageFits['fits'][number]),
  most: 3,
  people: [],
});
const idsOf = ({ fits }: PageFits) => fits.map(({ id }) => id);

it('what is drawn and was weighed anew stays among what is drawn, so that what comes below it is no news', () => {
  const drawn = new Set(['a', 'b', 'c']);
  expect(idsOf(withDrawn(answer('a', 'b', 'new'), answer('a', 'b', 'c', 'gone'), drawn))).toEqual([
    'a',
    'b',
    'c',
    'new',
  ]);
  expect(idsOf(withDrawn(answer('new'), answer('a', 'b', 'c'), drawn))).toEqual(['new', 'a', 'b', 'c']);
});
