import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDERS = ['src/ui', 'src/pages/popup'];
const sheets = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .map((file) => `${folder}/${file}`),
);

/** What asks for the size of the window, each part of it by itself. */
const queriesOf = (css: string): string[] =>
  [...css.matchAll(/@media([^{]*)\{/g)].flatMap(([, all = '']) =>
    all.split(',').filter((one) => /width|height/.test(one)),
  );

describe('style sheets of the popup', () => {
  // Chromium lays a popup out in a window that begins with next to nothing, each time: what holds there and not in the
  // window it becomes has everything styled anew, twice a letter.
  it('ask for no window that may be as small as nothing', () => {
    const asked = sheets.flatMap((sheet) => queriesOf(readFileSync(sheet, 'utf8')));
    expect(asked.length).toBeGreaterThan(0);
    for (const query of asked) expect(query).toMatch(/min-(width|height)|\d+r?em\s*<=?\s*(width|height)/);
  });
});
