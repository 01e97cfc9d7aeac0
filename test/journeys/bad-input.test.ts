import { expect, it } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allow } from '../../src/dev/walk/steps/allow.ts';
import { type Kept, keepByPopup, readArticle, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const lessons = async (person: Person) => (await person.rows('records')) as unknown as Kept[];

const selectAll = () => getSelection()?.selectAllChildren(document.body);

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('what is hard to keep', browser, (stage) => {
    const ada = () => stage().person('Ada');
    const open = async (page: string) => (await ada()).goTo(`${stage().pages.url}/${page}`);

    it('begins with access and a first lesson', async () => {
      await keepByPopup.walk(stage());
      await allow.walk(stage());
    });

    it('a whole book is kept whole, and found again on its page', async () => {
      const person = await ada();
      await open('book.html');
      await person.page.read(selectAll);
      await person.command('keep');
      await waitForToast(person, words('toastKept'));
      const [book] = (await lessons(person)).filter(({ body }) => body?.title === 'A whole book');
      expect(book?.body?.quote?.length).toBeGreaterThan(800_000);
      expect(book?.body?.quote).toContain('Paragraph 90.60:');
    });

    it('what is longer than anything may be is refused with a sentence, and nothing of it is stored', async () => {
      const person = await ada();
      await open('book.html');
      await person.page.read(() => {
        for (let i = 0; i < 2; i++) document.body.append(document.body.lastElementChild?.cloneNode(true) ?? '');
        for (const section of document.querySelectorAll('section')) section.append(section.cloneNode(true));
      });
      await person.page.read(selectAll);
      const before = (await lessons(person)).length;
      await person.command('keep');
      await waitForToast(person, words('failure_too_large'));
      expect(await lessons(person)).toHaveLength(before);
    });

    it('what is selected in a field stays there: nothing happens', async () => {
      const person = await ada();
      await open('fields.html');
      const before = (await lessons(person)).length;
      for (const id of ['reason', 'name', 'letter']) {
        await person.page.read((id) => {
          const field = document.getElementById(id);
          field?.focus();
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
          else if (field) getSelection()?.selectAllChildren(field);
        }, id);
        await person.command('keep');
      }
      await person.page.read(() => (document.activeElement as HTMLElement | null)?.blur());
      await person.select('belongs to the one who types it');
      await person.command('keep');
      await stored(person, 'lesson', 'belongs to the one who types it');
      expect(await lessons(person)).toHaveLength(before + 1);
    });

    for (const [where, page, passage, frame] of [
      ['a frame of the same site', 'frames.html', 'the label was read twice', 'manual'],
      ['a frame of another site', 'frames.html', 'must not be charged below five degrees', 'notice'],
      ['an open shadow root', 'shadow.html', 'keeps its own text as well', undefined],
      ['a page whose policy allows nothing', 'strict.html', 'the policy of a bank should not keep a person', undefined],
    ] as const) {
      it(`a passage in ${where} is kept, and painted on coming back`, async () => {
        const person = await ada();
        await open(page);
        await person.select(passage, frame ? { frame } : {});
        await person.command('keep');
        const { body } = await stored(person, 'lesson', passage);
        expect(body?.target?.href).toContain(page);
        await open(page);
        await until('it to be painted', async () => (await person.painted(frame)).includes(passage));
      });
    }

    it('a page of the browser itself is closed to us, and a sentence says so', async () => {
      const person = await ada();
      await person.openTab(browser === 'chrome' ? 'chrome://version/' : 'about:license');
      await person.command('keep');
      const popup = await person.popup();
      await popup.see(words('failure_page_closed'));
      await popup.close();
      await person.openTab(`${stage().pages.url}/article.html`);
    });

    it('a full disk: not kept yet, and the text stays in front of the person', async () => {
      const person = await ada();
      await readArticle(stage(), person);
      const passage = 'Nobody has to ask for permission to roll back';
      await person.select(passage);
      await person.inBackground(fillDisk);
      await person.command('keep');
      const popup = await person.popup();
      await popup.see(words('notKeptHeading'));
      await popup.see(words('failure_disk_full'));
      await popup.see(passage);
      await popup.until('a button to copy it', () => document.querySelector('button'));
      await popup.close();
      expect((await lessons(person)).some(({ body }) => body?.quote === passage)).toBe(false);
      await person.stopBackground();
      await person.select(passage);
      await person.command('keep');
      await stored(person, 'lesson', passage);
    });
  });
}

/** Runs in the background: from here on its database has no room, as the browser says it. */
function fillDisk(): void {
  self.IDBObjectStore.prototype.put = () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
}
