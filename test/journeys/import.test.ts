import { expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { words } from '../../src/dev/walk/words.ts';
import { writeExport } from '../../src/exchange/complete-json.ts';
import { journeys } from './journey.ts';

/** So many that a worker makes them findable. */
const COUNT = 1_200;

const records = Array.from({ length: COUNT }, (_, n) => ({
  id: `import${String(n).padStart(16, '0')}`,
  kind: 'lesson',
  author: 'somebody',
  schema: 1,
  version: { n: 1, time: 1_000 + n, device: 'elsewhere', hash: 'h' },
  team: '',
  body: { created: 1_000 + n, title: 'Brought along', note: `number${n} ${n % 2 ? 'odd' : 'even'}`, lang: 'en' },
}));
const file = writeExport({ records, teams: [] }, 1_000);

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('a file of one’s own is brought in', browser, (stage) => {
    test('by a worker beside the page, and each lesson of it is found', async () => {
      const ada = await stage().person('Ada');
      const options = await ada.openOwn('options');
      await options.read(listen);
      await until('the field for a file', () => options.read(handOver, file));
      await options.see(words('optionsImportAdded', String(COUNT)));
      await options.click('button', words('optionsImportConfirm'));
      await options.see(words('optionsImported', String(COUNT)));
      expect(await ada.rows('records')).toHaveLength(COUNT);
      const segments = await ada.rows('segments');
      expect(segments.reduce((sum, { records }) => sum + Number(records), 0)).toBe(COUNT);
      // Firefox lets a driver put nothing in the place of what a page uses.
      if (browser === 'chrome') expect(await options.read(heard)).toBe(COUNT);
      expect(await ada.complaints()).toEqual([]);
      await options.close();
    });
  });
}

/** Gives a file to the page as choosing one does. */
function handOver(text: string): boolean {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) return false;
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], 'export.json', { type: 'application/json' }));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
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
