import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('what the panel measures for its rows is as wide with a scrollbar as without, so that no row cut anew cuts the others again', () => {
  const css = readFileSync('src/pages/sidebar/panel.css', 'utf8');
  const scrolling = [...css.matchAll(/([^{}]*)\{([^{}]*overflow-y: auto[^{}]*)\}/g)];
  expect(scrolling.map(([, selector = '']) => selector.trim())).toEqual(['.panel > main']);
  expect(scrolling[0]?.[2]).toMatch(/scrollbar-gutter: stable;/);
});
