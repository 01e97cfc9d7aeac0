import { expect, it } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { stored } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { writeExport } from '../../src/exchange/complete-json.ts';
import { handOver } from './brought-file.ts';
import { journeys } from './journey.ts';
import { search } from './search-for.ts';

const FIELD = words('popupSearch');
const MANY = 300;

/** A file of ours with lessons written from nothing. */
const fileOf = (bodies: object[]): string => {
  const records = bodies.map((body, n) => ({
    id: `found${String(n).padStart(16, '0')}`,
    kind: 'lesson',
    author: 'somebody',
    schema: 1,
    version: { n: 1, time: 1_000 + n, device: 'elsewhere', hash: 'h' },
    team: '',
    body: { created: 1_000 + n, ...body },
  }));
  return writeExport({ records, teams: [] }, 1_000);
};

const lessons = [
  // What comes in last is the oldest of these.
  ...Array.from({ length: 70 }, (_, i) => ({ note: `heron ${i}`, tags: ['wader'], created: 900 - i })),
  ...Array.from({ length: MANY }, (_, i) => ({ note: `pelican ${i}` })),
  { note: 'sfinae in c++ is subtle' },
  { note: 'यह सर्वर धीमा है' },
  { note: '请在生产环境中清理缓存，然后再试一次' },
  { note: 'her re\u0301sume\u0301 was here' },
  { note: `${'dull words '.repeat(20_000)}albatross at the end` },
  { note: 'labelled', tags: Array.from({ length: 1000 }, (_, i) => `Tag ${i}`) },
];

const field = () => {
  const input = document.querySelector<HTMLInputElement>('[role=combobox]');
  const at = input?.getAttribute('aria-activedescendant') ?? '';
  return {
    value: input?.value,
    hasFocus: document.activeElement === input,
    at: at === '' ? -1 : Number(at.slice(at.lastIndexOf('-') + 1)),
    row: document.getElementById(at)?.innerText ?? '',
    rows: document.querySelectorAll('[role=option]').length,
  };
};

const rowTexts = () => Array.from(document.querySelectorAll<HTMLElement>('[role=option]'), (row) => row.innerText);

/** The first row's lines with what is marked in brackets. */
const marked = () =>
  Array.from(document.querySelectorAll('[role=option] :is(.row-first, .row-second)'), (line) => {
    const copy = line.cloneNode(true) as HTMLElement;
    for (const mark of copy.querySelectorAll('mark')) mark.textContent = `[${mark.textContent}]`;
    return copy.textContent ?? '';
  });

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('what was found', browser, (stage) => {
    const person = (): Promise<Person> => stage().person('Ada');

    it('begins with many lessons out of a file', async () => {
      const ada = await person();
      const options = await ada.openOwn('options');
      await until('the field for a file', () => options.read(handOver, fileOf(lessons)));
      await options.click('button', words('optionsImportConfirm'));
      await until('all lessons', async () => ((await ada.rows('records')).length >= lessons.length ? true : null));
      await options.close();
      await ada.follow();
    });

    it('is marked and shown from where it stands, whatever it is written in', async () => {
      const ada = await person();
      const popup = await ada.openOwn('popup');
      for (const [typed, seen] of [
        ['c++', 'in [c++] is'],
        ['सर्वर', '[सर्वर]'],
        ['生产环境', '请在[生产环境]中'],
        ['résumé', 'her [re\u0301sume\u0301] was'],
        ['albatross', 'dull words [albatross] at the end'],
        ['tag 999', '[Tag] 998, [Tag] [999]'],
      ] as const) {
        await search(popup, typed);
        const lines = await until(`marks for ${typed}`, async () => {
          const found = (await popup.read(marked)).map((line) => line.replaceAll('][', ''));
          return found.some((line) => line.includes('[')) ? found : null;
        });
        expect(lines.slice(0, 2).join('\n'), typed).toContain(seen);
      }
      await popup.close();
      await ada.follow();
    });

    it('more of it are asked for by key: the cursor stands on the first that came, and at last it is said that there are more', async () => {
      const ada = await person();
      const popup = await ada.openOwn('popup');
      await search(popup, 'pelican');
      for (let shown = 10; shown < 260; shown += 50) {
        await popup.until(
          'all rows so far',
          (rows: number) => document.querySelectorAll('[role=option]').length === rows,
          shown,
        );
        await popup.read((more: string) => {
          const buttons = document.querySelectorAll('button');
          [...buttons].find((button) => button.innerText === more)?.focus();
        }, words('foundMore'));
        await popup.press('Enter');
        await popup.until(
          'the cursor on the first that came',
          (at: number) => {
            const active = document.querySelector('[role=combobox]')?.getAttribute('aria-activedescendant');
            return active?.endsWith(`-${at}`) ?? false;
          },
          shown,
        );
        expect(await popup.read(field)).toMatchObject({ hasFocus: true, at: shown });
      }
      await popup.see(words('foundMost', '260', String(MANY)));
      await popup.press('ArrowDown');
      expect(await popup.read(field)).toMatchObject({ at: 211, rows: 260 });
      await popup.close();
      await ada.follow();
    });

    it('what stands there stays where it is when more of it come, and filters alone give the newest first', async () => {
      const ada = await person();
      for (const place of ['popup', 'sidebar'] as const) {
        const view = await ada.openOwn(place);
        for (const [typed, first] of [
          ['heron', 'heron'],
          ['tag:wader', 'heron 0'],
        ] as const) {
          await search(view, typed);
          const rows = async (count: number) =>
            until(`${count} rows`, async () => {
              const texts = await view.read(rowTexts);
              return texts.length === count ? texts : null;
            });
          const ten = await rows(10);
          expect(ten[0], typed).toContain(first);
          await view.click('button', words('foundMore'));
          const sixty = await rows(60);
          expect(sixty.slice(0, 10), typed).toEqual(ten);
          expect(new Set(sixty).size, typed).toBe(60);
        }
        await view.close();
      }
      await ada.follow();
    });

    it('news of it are let in by key, and the keys go on in the list', async () => {
      const ada = await person();
      const open = await ada.openOwn('popup');
      await search(open, 'labelled');
      const other = await ada.openOwn('popup');
      await other.click('button', words('popupWrite'));
      await other.fill(words('writeTitle'), 'Labelled, labelled');
      await other.click('button', words('uiKeep'));
      await stored(ada, 'lesson', 'Labelled, labelled');
      await other.close();
      await ada.follow();
      await open.see(words('newsOne'));
      await open.read(() => document.querySelector<HTMLElement>('.news button')?.focus());
      await open.press('Enter');
      await open.see('Labelled, labelled');
      expect(await open.read(field)).toMatchObject({ hasFocus: true, rows: 2 });
      await open.press('End');
      expect(await open.read(field)).toMatchObject({ at: 1 });
      await open.close();
      await ada.follow();
    });

    it('comes into view in a panel in which somebody searches; the way back leads to that search', async () => {
      const ada = await person();
      await ada.goTo(`${stage().pages.url}/article.html`);
      const panel = await ada.openPanel();
      await search(panel, 'pelican 12');
      const popup = await ada.openPopup();
      await search(popup, 'sfinae');
      await popup.press('Enter');
      await panel.until('the card', () => document.querySelector('.panel-view:not([hidden]) .sheet article') !== null);
      await panel.see('sfinae in c++ is subtle');
      await panel.until('the cursor on the heading', () => document.activeElement?.tagName === 'H1');
      expect(await panel.read(() => document.querySelector('[role=option]'))).toBeNull();
      await panel.click('button', words('uiBack'));
      await panel.until(
        'the search that stood there',
        () =>
          document.querySelector<HTMLInputElement>('[role=combobox]')?.value === 'pelican 12' &&
          document.querySelector('[role=option]') !== null,
      );
      const again = await ada.openPopup();
      await again.fill(FIELD, 'quokka harvest');
      await again.click('button', words('popupAskWords'));
      await panel.until('the question, with the cursor in it', () => {
        const question = document.querySelector<HTMLTextAreaElement>('.panel-view:not([hidden]) textarea');
        return question?.value === 'quokka harvest' && document.activeElement === question;
      });
      expect(await ada.complaints()).toEqual([]);
    });
  });
}
