import { expect, it } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allow } from '../../src/dev/walk/steps/allow.ts';
import { type Kept, keepByPopup, readArticle, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const lessons = async (person: Person) => (await person.rows('records')) as unknown as Kept[];

function selectField(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
  else if (field) getSelection()?.selectAllChildren(field);
}

const selectAll = () => getSelection()?.selectAllChildren(document.body);

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('what is hard to keep', browser, (stage) => {
    const ada = () => stage().person('Ada');
    const open = async (page: string) => (await ada()).goTo(`${stage().pages.url}/${page}`);

    it('begins with access and a first lesson', async () => {
      await keepByPopup.walk(stage());
      await allow.walk(stage());
    });

    it('a whole book is too long, and a sentence says so; what is selected stays selected, and nothing is stored', async () => {
      const person = await ada();
      await open('book.html');
      await person.page.read(selectAll);
      const before = (await lessons(person)).length;
      await person.command('keep');
      await waitForToast(person, words('failure_too_large'));
      expect(await lessons(person)).toHaveLength(before);
      expect(await person.page.read(() => String(getSelection()).length)).toBeGreaterThan(800_000);
    });

    it('a chapter of it is kept whole, and painted on coming back', async () => {
      const person = await ada();
      await open('book.html');
      await person.page.read(() => getSelection()?.selectAllChildren(document.querySelectorAll('section')[44] as Node));
      await person.command('keep');
      await waitForToast(person, words('toastKept'));
      await open('book.html');
      const [chapter] = await until('it to be painted', async () => {
        const painted = await person.painted();
        return painted.length > 0 && painted;
      });
      expect(chapter).toContain('Paragraph 45.1:');
      expect(chapter).toContain('Paragraph 45.60:');
    });

    for (const [i, id] of ['reason', 'name', 'letter'].entries()) {
      it(`what is selected in a field stays there: nothing happens (${id})`, async () => {
        const person = await ada();
        const passage = ['Look at the migration list', 'Note the time', 'every node answers'][i] ?? '';
        await open('fields.html');
        const before = (await lessons(person)).length;
        await person.page.read(selectField, id);
        await person.command('keep');
        // The next gesture is handled after this one: when it is through, this one was.
        await person.openTab(`${stage().pages.url}/article.html`);
        await person.select(passage);
        await person.command('keep');
        await stored(person, 'lesson', passage);
        expect(await lessons(person)).toHaveLength(before + 1);
      });
    }

    it('a frame of another site is closed to the key, and a sentence says what to do', async () => {
      const person = await ada();
      await open('frames.html');
      await person.select('must not be charged below five degrees', { frame: 'notice' });
      await person.command('keep');
      await waitForToast(person, words('failure_frame_closed'));
    });

    for (const [where, page, passage, frame] of [
      ['a frame of the same site', 'frames.html', 'the label was read twice', 'manual'],
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
