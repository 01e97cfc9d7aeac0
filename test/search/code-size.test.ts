import { expect, it } from 'vitest';
import { searchCodeBytes } from '../bench/search/code-size.ts';

/** In bytes, minified and packed, without stemmers. Whoever outgrows a line finds what came in, or raises it and says why. */
const LINES = { plain: 8_000, reads: 24_110, writes: 7_200, all: 26_230 };

it('the code of a search stays small: what one word needs, all that reads, all that writes', async () => {
  const bytes = await searchCodeBytes();
  for (const [part, line] of Object.entries(LINES)) {
    expect(bytes[part as keyof typeof bytes], part).toBeLessThanOrEqual(line);
    // A line that is far above says nothing.
    expect(bytes[part as keyof typeof bytes], part).toBeGreaterThan(0.9 * line);
  }
});
