import { expect, test } from 'vitest';
import { allNames, HIGHLIGHT_STYLE, HIGHLIGHTS, namesOf, OVER_MOST, type Tone } from '../../src/browser/highlights.ts';

type Colour = [red: number, green: number, blue: number];

const tones = Object.keys(HIGHLIGHTS) as Tone[];
const [looks = '', forced = ''] = HIGHLIGHT_STYLE.split('@media (forced-colors: active)');
const ruleOf = (tone: Tone, sheet = looks, name: string = HIGHLIGHTS[tone]): string =>
  new RegExp(`::highlight\\(${name}\\)\\{([^}]*)\\}`).exec(sheet)?.[1] ?? '';

const layered = tones.filter((tone) => tone !== 'shown');
const ruleOver = (tone: Tone, sheet = looks, over = 1): string => ruleOf(tone, sheet, namesOf(tone)[over]);

function coloursOf(tone: Tone, rule = ruleOf(tone)): { paint: Colour; share: number; own: Colour | null } {
  const [r = 0, g = 0, b = 0, share = 0] =
    (/background-color: rgb\((.*?)\)/.exec(rule)?.[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
  const own = /(?<!-)color: rgb\((\d+) (\d+) (\d+)\)/.exec(rule.replace(/background-color[^;]*;?/, ''));
  return { paint: [r, g, b], share: share / 100, own: own ? [Number(own[1]), Number(own[2]), Number(own[3])] : null };
}

const over = (paint: Colour, share: number, paper: Colour): Colour =>
  paper.map((one, i) => one * (1 - share) + (paint[i] ?? 0) * share) as Colour;

/** WCAG 2.2, relative luminance and contrast. */
function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((one) => {
    const c = one / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Pages as people read them: text and paper. */
const PAGES: [name: string, text: Colour, paper: Colour][] = [
  ['black on white', [0, 0, 0], [255, 255, 255]],
  ['dark grey on white', [51, 51, 51], [255, 255, 255]],
  ['a link on white', [0, 60, 190], [255, 255, 255]],
  ['sepia', [91, 70, 54], [244, 236, 216]],
  ['white on black', [255, 255, 255], [0, 0, 0]],
  ['grey on night', [216, 218, 222], [20, 22, 26]],
  ['a link on night', [168, 199, 250], [20, 22, 26]],
];

test.each(PAGES)('on a page of %s every tone leaves the text legible, and is seen', (_name, text, paper) => {
  for (const tone of tones) {
    const { paint, share, own } = coloursOf(tone);
    const under = over(paint, share, paper);
    expect([tone, contrast(own ?? text, under) >= 4.5]).toEqual([tone, true]);
    const difference = Math.max(...under.map((one, i) => Math.abs(one - (paper[i] ?? 0))));
    expect([tone, difference >= 20]).toEqual([tone, true]);
  }
});

test.each(PAGES)(
  'on a page of %s a passage within another, or within two, leaves the text legible, and is seen',
  (_name, text, paper) => {
    for (const tone of layered) {
      const { paint, share } = coloursOf(tone);
      let under = over(paint, share, paper);
      for (let layer = 1; layer <= OVER_MOST; layer++) {
        const upon = over(paint, coloursOf(tone, ruleOver(tone, looks, layer)).share, under);
        expect([tone, layer, contrast(text, upon) >= 4.5]).toEqual([tone, layer, true]);
        const difference = Math.max(...upon.map((one, i) => Math.abs(one - (under[i] ?? 0))));
        // The third is told by its line.
        if (layer === 1) expect([tone, difference >= 5]).toEqual([tone, true]);
        under = upon;
      }
    }
  },
);

test('a passage within another has a thicker line below the other, and one within two below that, with colours or without', () => {
  for (const [sheet, offsets] of [
    [looks, [4, 8]],
    [forced, [0, 4]],
  ] as const) {
    for (const tone of layered) {
      for (const [i, offset] of offsets.entries()) {
        const within = ruleOver(tone, sheet, i + 1);
        const line = 'text-decoration-line:underline;text-decoration-thickness:3px;text-underline-offset:';
        expect(within.endsWith(`${line}${offset}px`)).toBe(true);
        expect(within).not.toBe(ruleOf(tone, sheet));
      }
    }
  }
});

test('every name that may be painted has a look, and no other has one', () => {
  const styled = [...looks.matchAll(/::highlight\((\w+)\)/g)].map(([, name]) => name);
  expect(styled).toEqual(allNames());
  expect(new Set(styled).size).toBe(layered.length * (1 + OVER_MOST) + 1);
});

test('no two tones look alike, with colours or without', () => {
  expect(new Set(tones.map((tone) => ruleOf(tone))).size).toBe(tones.length);
  expect(new Set(tones.map((tone) => ruleOf(tone, forced))).size).toBe(tones.length);
  // Whoever tells no hues apart has the lines.
  const lines = tones.map((tone) => /underline (\w+)/.exec(ruleOf(tone))?.[1]);
  expect(lines).toEqual(['solid', 'solid', 'dotted', 'dashed', 'solid']);
});

test('with forced colours only the system has a say', () => {
  for (const tone of tones) expect(ruleOf(tone, forced)).not.toMatch(/rgb|#/);
});

test('a print has nothing of it', () => {
  expect(HIGHLIGHT_STYLE).toMatch(/^@media screen\{.*\}$/s);
});
