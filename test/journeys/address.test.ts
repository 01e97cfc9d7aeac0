import { expect, it } from 'vitest';
import type { FirefoxPerson } from '../../src/dev/browsers/firefox.ts';
import type { Person, View } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { words } from '../../src/dev/walk/words.ts';
import { writeExport } from '../../src/exchange/complete-json.ts';
import { handOver } from './brought-file.ts';
import { journeys } from './journey.ts';
import { chooseInAddressBar, inAddressBar, inOmnibox, search } from './search-for.ts';

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

async function rowsFor(view: View, typed: string): Promise<string[]> {
  await search(view, typed);
  return view.read(rows);
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
          expect(await rowsFor(view, typed), typed).toEqual(ON_IT);
        await view.see(words('foundMany', '3'));
        expect(await rowsFor(view, 'https://wiki.acme.example/de/reisekosten deadline')).toEqual([
          'Deadline of the claim',
          'Deadline for holidays',
        ]);
        expect(await rowsFor(view, 'http://localhost:8080/admin?tab=users')).toEqual(['Users']);
        expect(await view.read(() => document.body.innerText)).not.toContain(words('searchGuessed', 'tab'));
        expect(await rowsFor(view, 'wiki.acme.example')).toEqual([...ON_IT].sort(newestFirst));
        await view.close();
      }
      await ada.follow();
      const suggested = await (ada.browser === 'chrome' ? inOmnibox : inAddressBar)(
        ada,
        'https://wiki.acme.example/de/reisekosten',
      );
      expect(suggested.map((line) => line.split(' · ')[0])).toEqual(ON_IT);
    });

    // Nobody but a person chooses in Chromium's own.
    if (browser === 'chrome') return;

    it('what is chosen there leads to it, with Alt in another tab', async () => {
      const ada = await person();
      const typed = 'https://wiki.acme.example/de/reisekosten';
      for (const [row, altKey, href] of [
        [3, false, '/de/reisekosten/hotels'],
        [4, true, '/de/urlaub'],
      ] as const) {
        await inAddressBar(ada, typed);
        const before = await tabs(ada);
        await chooseInAddressBar(ada, typed, row, altKey);
        await until(`the page of row ${row}`, async () => (await tabs(ada)).some((url) => url.endsWith(href)));
        expect((await tabs(ada)).length - before.length, href).toBe(altKey ? 1 : 0);
      }
    });

    it('words that nothing has are asked with Enter there', async () => {
      const ada = await person();
      await inAddressBar(ada, 'zzz quokka');
      await chooseInAddressBar(ada, 'zzz quokka', 0);
      const popup = await ada.popup();
      await popup.until('the words', () => document.querySelector('textarea')?.value === 'zzz quokka');
      await popup.close();
    });
  });
}

const tabs = (ada: Person): Promise<string[]> =>
  (ada as FirefoxPerson).inside.run(() => {
    const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser') as unknown as {
      gBrowser: { browsers: { currentURI: { spec: string } }[] };
    };
    return gBrowser.browsers.map(({ currentURI }) => currentURI.spec);
  });

const newestFirst = (a: string, b: string): number => at(b) - at(a);
const at = (title: string): number => LESSONS.findIndex(([one]) => one === title);
