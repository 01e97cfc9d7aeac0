import { expect, it } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { ask } from '../../src/dev/walk/steps/ask.ts';
import { keepByKey, stored, writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';
import { inAddressBar, inOmnibox, search } from './search-for.ts';

/** The row under the cursor, as it reads. */
const chosen = () => {
  const id = document.querySelector('[role=combobox]')?.getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.innerText ?? '';
};
const rows = () => Array.from(document.querySelectorAll<HTMLElement>('[role=option]'), (row) => row.innerText);
const firstLines = () =>
  Array.from(document.querySelectorAll('[role=option] .row-first'), (row) => row.textContent ?? '');
const stands = (word: string) =>
  document.querySelector<HTMLElement>('.row.question .row-meta')?.innerText.includes(word);
const heights = () => [document.documentElement.scrollHeight, document.body.offsetHeight];

/** What Chrome is given, without its marks, which each has. */
const inChrome = async (ada: Person, typed: string): Promise<string[]> => {
  const found = await inOmnibox(ada, typed);
  const plain = (text: string) =>
    text.replace(/<\/?match>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  expect(found.filter((one) => one.includes('<match>'))).toHaveLength(found.length);
  return found.map(plain);
};

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('searching', browser, (stage) => {
    const person = () => stage().person('Ada');

    it('begins with some lessons and a question', async () => {
      for (const step of [writeLesson, keepByKey, ask]) await step.walk(stage());
    });

    it('the popup has its whole height before its rows, and the cursor in the field', async () => {
      const ada = await person();
      const popup = await ada.openPopup();
      await popup.until('the cursor in the field', () => document.activeElement?.matches('[role=combobox]'));
      const first = await popup.read(heights);
      await popup.until('rows', () => document.querySelector('[role=option]') !== null);
      expect(await popup.read(heights)).toEqual(first);
      await popup.type('zzz nobody knows');
      await popup.see(words('popupAskWords'));
      expect(await popup.read(heights)).toEqual(first);
      await popup.close();
    });

    it('the keys go through the rows, round from the first to the last', async () => {
      const popup = await (await person()).openPopup();
      await search(popup, 're');
      // How a question stands is said a moment after its row is there.
      await popup.until('how the question stands', stands, words('rowOpen'));
      const found = await popup.read(rows);
      expect(found.length).toBeGreaterThan(1);
      expect(await popup.read(chosen)).toBe(found[0]);
      await popup.press('ArrowDown');
      expect(await popup.read(chosen)).toBe(found[1]);
      await popup.press('ArrowUp');
      await popup.press('ArrowUp');
      expect(await popup.read(chosen)).toBe(found.at(-1));
      await popup.close();
    });

    it('an operator that was begun is finished with a click, and typing goes on', async () => {
      const popup = await (await person()).openPopup();
      await search(popup, 'is:q');
      await popup.click('button', 'is:question');
      await popup.until('the field to have it', () => {
        const field = document.activeElement as HTMLInputElement | null;
        return field?.matches('[role=combobox]') && field.value === 'is:question ';
      });
      await popup.until('only questions', () => {
        const found = Array.from(document.querySelectorAll('[role=option] .row'));
        return found.length > 0 && found.every((row) => row.classList.contains('question'));
      });
      await popup.see(words('rowOpen'));
      await popup.close();
    });

    it('an operator that means nothing gets a sentence, not an empty list', async () => {
      const popup = await (await person()).openPopup();
      await search(popup, 'is:purple retry');
      await popup.see('purple');
      expect(await popup.read(() => document.body.innerText)).not.toContain(words('popupAskWords'));
      await popup.close();
    });

    it('the address bar gives the same results after our keyword, in the same order', async () => {
      const ada = await person();
      // Elsewhere, so that each row says where it is from.
      await ada.goTo(`${stage().pages.url}/notes.html`);
      const popup = await ada.openPopup();
      await search(popup, 're');
      const shown = await popup.read(() =>
        Array.from(document.querySelectorAll('[role=option] .row-first'), (row) => row.textContent ?? ''),
      );
      await popup.close();
      const suggested = ada.browser === 'chrome' ? await inChrome(ada, 're') : await inAddressBar(ada, 're');
      expect(suggested.length).toBeGreaterThan(1);
      expect(suggested.map((line) => line.split(' · ')[0])).toEqual(shown.slice(0, suggested.length));
    });

    it('what comes in meanwhile is told and waits; the rows stay where they are', async () => {
      const ada = await person();
      const open = await ada.openOwn('popup');
      await search(open, 'retry');
      const before = await open.read(rows);
      const other = await ada.openOwn('popup');
      await other.click('button', words('popupWrite'));
      await other.fill(words('writeTitle'), 'Retry, retry, retry');
      await other.click('button', words('uiKeep'));
      await stored(ada, 'lesson', 'Retry, retry, retry');
      await open.see(words('newsOne'));
      expect(await open.read(rows)).toEqual(before);
      await other.close();
      await ada.follow();
      await open.click('button', words('newsOne'));
      await open.see('Retry, retry, retry');
      await open.close();
      await ada.follow();
    });

    it('what is edited elsewhere says its new words in its row, and the rows stay in their order', async () => {
      const ada = await person();
      const open = await ada.openOwn('popup');
      await search(open, 'retry');
      const before = await open.read(firstLines);
      const at = before.indexOf('Retry, retry, retry');
      expect(at).toBeGreaterThanOrEqual(0);
      const panel = await ada.openOwn('sidebar');
      await search(panel, 'retry');
      await panel.click('option', 'Retry, retry, retry');
      await panel.click('button', words('panelAddWhy'));
      await panel.fill(words('lessonNote'), 'Twice is enough');
      await panel.click('button', words('uiDone'));
      await open.see('Twice is enough');
      expect(await open.read(firstLines)).toEqual(before.with(at, 'Twice is enough'));
      expect(await open.read(() => document.querySelector('.news button'))).toBeNull();
      await panel.close();
      await open.close();
      await ada.follow();
    });

    it('nothing that is typed hides what it names: commands, either of two, filters that are begun, words that are finished', async () => {
      const ada = await person();
      const popup = await ada.openOwn('popup');
      for (const title of ['cargo check --workspace', 'Where the car stands', '東京都の天気']) {
        await popup.click('button', words('popupWrite'));
        await popup.fill(words('writeTitle'), title);
        await popup.click('button', words('uiKeep'));
        await stored(ada, 'lesson', title);
      }
      const found = async (typed: string) => {
        await search(popup, typed);
        return popup.read(() =>
          Array.from(document.querySelectorAll('[role=option] .row-first'), (row) => row.textContent ?? ''),
        );
      };
      expect(await found('cargo check --workspace')).toEqual(['cargo check --workspace']);
      expect(await found('car')).toHaveLength(2);
      expect(await found('car ')).toEqual(['Where the car stands']);
      expect((await found('東京都 or cargo ')).sort()).toEqual(['cargo check --workspace', '東京都の天気']);
      const begun = await found('site:127.0');
      expect(begun.length).toBeGreaterThan(0);
      expect(await found('site:127.0 rows')).toHaveLength(1);
      expect(await found('car or cargo -stands')).toEqual(['cargo check --workspace']);
      expect(await found('stands -car')).toContain('Where the car stands');
      await popup.see('-car');
      await search(popup, 'is:lesson or quokka');
      await popup.see('tag:a or tag:b');
      await search(popup, 'tag:nowhere quokka');
      await popup.see(words('failure_search_unmet', 'tag:nowhere'));
      await popup.click('button', words('searchWithout'));
      await popup.see(words('popupNothingFound', 'quokka'));
      await popup.close();
      await ada.follow();
    });

    it('nothing found becomes a question with the words, without the operators', async () => {
      const ada = await person();
      const panel = await ada.openOwn('sidebar');
      await search(panel, 'is:lesson quokka');
      await panel.click('button', words('popupAskWords'));
      await panel.until('the words in the question', () => {
        return document.querySelector<HTMLTextAreaElement>('textarea')?.value === 'quokka';
      });
      await panel.close();
      await ada.follow();
    });

    it('in the panel filters are chips: one click narrows, the other kind takes its place, another click widens again', async () => {
      const ada = await person();
      const panel = await ada.openOwn('sidebar');
      await search(panel, 're');
      await panel.click('button', words('filterQuestions'));
      await panel.until('only questions', () => {
        const found = Array.from(document.querySelectorAll('[role=option] .row'));
        return found.length > 0 && found.every((row) => row.classList.contains('question'));
      });
      await panel.click('button', words('filterLessons'));
      await panel.until('the other one to be off', () => {
        const pressed = Array.from(document.querySelectorAll('.filter[aria-pressed=true]'), (one) => one.textContent);
        return pressed.length === 1 && document.querySelector('[role=option] .row.question') === null;
      });
      // No lesson is unanswered, and what is unanswered is a question.
      await panel.click('button', words('filterUnanswered'));
      await panel.until('what is unanswered, alone', () => {
        const field = document.querySelector<HTMLInputElement>('[role=combobox]');
        return field?.value === 'is:unanswered re' && document.querySelector('[role=option] .row.question') !== null;
      });
      await panel.click('button', words('filterUnanswered'));
      await panel.until(
        'the words alone',
        () => document.querySelector<HTMLInputElement>('[role=combobox]')?.value === 're',
      );
      await panel.close();
      await ada.follow();
    });
  });
}
