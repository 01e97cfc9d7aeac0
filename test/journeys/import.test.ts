import { expect, test } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { words } from '../../src/dev/walk/words.ts';
import { FORMAT } from '../../src/search/stored/leaf.ts';
import { fileOf, handOver } from './brought-file.ts';
import { journeys } from './journey.ts';

/** So many that a worker makes them findable. */
const COUNT = 1_200;

/** So many that there is time to go away: seconds, where what is needed is a tenth of one. */
const MANY = 16_000;

/** How many records search can find by what stands in segments of the index. */
async function findable(person: Person): Promise<number> {
  const segments = await person.rows('segments');
  return segments.filter(({ format }) => format === FORMAT).reduce((sum, { records }) => sum + Number(records), 0);
}

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('a file of one’s own is brought in', browser, (stage) => {
    test('by a worker beside the page, and each lesson of it is found', async () => {
      const ada = await stage().person('Ada');
      const options = await ada.openOwn('options');
      await options.read(listen);
      await until('the field for a file', () => options.read(handOver, fileOf(COUNT)));
      await options.see(words('optionsImportAdded', String(COUNT)));
      await options.click('button', words('optionsImportConfirm'));
      await options.see(words('optionsImported', String(COUNT)));
      expect(await ada.rows('records')).toHaveLength(COUNT);
      expect(await findable(ada)).toBe(COUNT);
      // Firefox lets a driver put nothing in the place of what a page uses.
      if (browser === 'chrome') expect(await options.read(heard)).toBe(COUNT);
      expect(await ada.complaints()).toEqual([]);
      await options.close();
    });

    test('what came in before its tab was closed stays and is found, and the same file brings the rest, once', async () => {
      const ben = await stage().person('Ben');
      const file = fileOf(MANY);
      const first = await ben.openOwn('options');
      await until('the field for a file', () => first.read(handOver, file));
      await first.see(words('optionsImportAdded', String(MANY)));
      await first.click('button', words('optionsImportConfirm'));
      await until('some to be in', async () => (await ben.rows('records')).length);
      await first.close();
      const cameIn = (await ben.rows('records')).length;
      expect(cameIn).toBeLessThan(MANY);
      expect(await findable(ben)).toBe(cameIn);
      const again = await ben.openOwn('options');
      await until('the field for a file', () => again.read(handOver, file));
      await again.see(words('optionsImportAdded', String(MANY - cameIn)));
      await again.click('button', words('optionsImportConfirm'));
      await again.see(words('optionsImported', String(MANY - cameIn)));
      expect(await ben.rows('records')).toHaveLength(MANY);
      expect(await ben.complaints()).toEqual([]);
      await again.close();
    }, 90_000);
  });
}

/** From now on the page counts how many records its workers make findable. */
function listen(): void {
  const Real = Worker;
  Object.assign(globalThis, { findable: 0 });
  globalThis.Worker = class extends Real {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('message', ({ data }) => {
        (globalThis as { findable?: number }).findable = heard() + (data.draft?.count ?? 0);
      });
    }
  };
  const heard = (): number => (globalThis as { findable?: number }).findable ?? 0;
}

const heard = (): number => (globalThis as { findable?: number }).findable ?? 0;
