import { expect, it } from 'vitest';
import type { FirefoxPerson } from '../../src/dev/browsers/firefox.ts';
import type { Person, View } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { words } from '../../src/dev/walk/words.ts';
import { writeExport } from '../../src/exchange/complete-json.ts';
import { handOver } from './brought-file.ts';
import { journeys } from './journey.ts';

const FIELD = words('popupSearch');

const LESSONS = [
  ['Proxy: http and https, de and en', 'https://elsewhere.example/proxy'],
  ['Abrechnung', 'https://wiki.acme.example/de/reisekosten'],
  ['Deadline of the claim', 'https://wiki.acme.example/de/reisekosten'],
  ['Hotels', 'https://wiki.acme.example/de/reisekosten/hotels'],
  ['Deadline for holidays', 'https://wiki.acme.example/de/urlaub'],
  ['Users', 'http://localhost:8080/admin?tab=users'],
] as const;

const file = (): string => {
  const records = LESSONS.map(([title, href], n) => ({
    id: `address${String(n).padStart(15, '0')}`,
    kind: 'lesson',
    author: 'somebody',
    schema: 1,
    version: { n: 1, time: n, device: 'elsewhere', hash: 'h' },
    team: '',
    body: { created: 1_000 + n, title, lang: 'en', target: { url: href, href, title: 'Page', selectors: [] } },
  }));
  return writeExport({ records, teams: [] }, 1_000);
};

const rows = () => Array.from(document.querySelectorAll('[role=option] .row-first'), (row) => row.textContent ?? '');

async function search(view: View, typed: string): Promise<string[]> {
  await view.fill(FIELD, typed);
  await view.until(
    `the answer to "${typed}"`,
    (text: string) => document.querySelector<HTMLElement>('[role=listbox]')?.dataset.typed === text,
    typed.trim(),
  );
  return view.read(rows);
}

const inAddressBar = (ada: Person, typed: string): Promise<string[]> =>
  ada.browser === 'chrome'
    ? ada.inBackground(
        (text) =>
          new Promise<string[]>((resolve) => {
            const event = chrome.omnibox.onInputChanged as unknown as { dispatch(text: string, give: unknown): void };
            event.dispatch(text, (found: { description: string }[]) => resolve(found.map((one) => one.description)));
          }),
        typed,
      )
    : until('suggestions of ours', async () => {
        const found = await (ada as FirefoxPerson).inside.run(async (text: string) => {
          const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser') as unknown as {
            gURLBar: AddressBar;
          };
          gURLBar.focus();
          gURLBar.search(`sl ${text}`);
          const { results } = await gURLBar.lastQueryContextPromise;
          return results.flatMap(({ heuristic, payload }) =>
            heuristic ? [] : [payload.title ?? payload.content ?? ''],
          );
        }, typed);
        return found.length > 0 ? found : null;
      });

interface AddressBar {
  focus(): void;
  search(text: string): void;
  lastQueryContextPromise: Promise<{
    results: { heuristic: boolean; payload: { title?: string; content?: string } }[];
  }>;
}

const ON_IT = ['Deadline of the claim', 'Abrechnung', 'Hotels', 'Deadline for holidays'];

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('an address that is searched for', browser, (stage) => {
    const person = (): Promise<Person> => stage().person('Ada');

    it('begins with lessons of some pages', async () => {
      const ada = await person();
      const options = await ada.openOwn('options');
      await until('the field for a file', () => options.read(handOver, file()));
      await options.click('button', words('optionsImportConfirm'));
      await until('all lessons', async () => ((await ada.rows('records')).length >= LESSONS.length ? true : null));
      await options.close();
      await ada.follow();
    });

    it('finds what was kept on its page, then its site, in the popup, the panel and the address bar', async () => {
      const ada = await person();
      for (const place of ['popup', 'sidebar'] as const) {
        const view = await ada.openOwn(place);
        for (const typed of ['https://wiki.acme.example/de/reisekosten', 'wiki.acme.example/de/reisekosten/'])
          expect(await search(view, typed), typed).toEqual(ON_IT);
        await view.see(words('foundMany', '3'));
        expect(await search(view, 'https://wiki.acme.example/de/reisekosten deadline')).toEqual([
          'Deadline of the claim',
          'Deadline for holidays',
        ]);
        expect(await search(view, 'http://localhost:8080/admin?tab=users')).toEqual(['Users']);
        expect(await view.read(() => document.body.innerText)).not.toContain(words('searchGuessed', 'tab'));
        expect(await search(view, 'wiki.acme.example')).toEqual([...ON_IT].sort(newestFirst));
        await view.close();
      }
      await ada.follow();
      const suggested = await inAddressBar(ada, 'https://wiki.acme.example/de/reisekosten');
      expect(suggested.map((line) => line.split(' · ')[0])).toEqual(ON_IT);
    });
  });
}

const newestFirst = (a: string, b: string): number => at(b) - at(a);
const at = (title: string): number => LESSONS.findIndex(([one]) => one === title);
