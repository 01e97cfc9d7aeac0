import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('@media');

const read = (part: string): Map<string, string> =>
  new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));

const schemes = { light: read(light), dark: new Map([...read(light), ...read(dark)]) };

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['canvas', 'surface', 'sunken'];
const texts: [text: string, on: string[]][] = [
  ['ink', [...grounds, 'honey-wash', 'marked', 'good-wash', 'danger-wash']],
  // A mark that goes on below the last line of a row that is seen lies under what follows, for who measures it.
  ['ink-soft', [...grounds, 'honey-wash', 'marked']],
  ['accent', [...grounds, 'honey-wash']],
  ['on-honey', ['honey', 'honey-strong']],
  ['question', [...grounds]],
  ['good', [...grounds, 'good-wash']],
  ['danger', [...grounds, 'danger-wash']],
];

describe.each(Object.entries(schemes))('in the %s scheme', (_, colours) => {
  const between = (a: string, b: string) => contrast(colours.get(a) ?? '', colours.get(b) ?? '');

  test.each(texts)('%s can be read on what it stands on (4.5 to 1)', (text, on) => {
    for (const ground of on) expect(between(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['focus', 'outline'])('the %s can be seen (3 to 1)', (line) => {
    for (const ground of grounds) expect(between(line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

test('every token that a style uses is there, and every one there is used', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
  const used = new Set(
    sheets.flatMap((path) =>
      [...readFileSync(`src/${path}`, 'utf8').matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name),
    ),
  );
  const defined = new Set([...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
  expect(sheets.length).toBeGreaterThan(20);
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  expect([...defined].filter((name) => !used.has(name))).toEqual([]);
});
