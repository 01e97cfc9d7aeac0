import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { type Kept, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const PASSAGE = 'close the outlet before you stop the pump';
const TEXT = `<p>Whoever works at the line should ${PASSAGE}, for the pressure finds its way.</p>`;

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('files on this machine', browser, (stage) => {
    let folder: string;
    let notes: string;
    let others: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sidelight-files-'));
      for (const name of ['notes', 'others']) {
        await writeFile(join(folder, `${name}.html`), `<!doctype html><title>My ${name}</title><main>${TEXT}</main>`);
      }
      notes = pathToFileURL(join(folder, 'notes.html')).href;
      others = pathToFileURL(join(folder, 'others.html')).href;
    });
    afterAll(() => rm(folder, { recursive: true }));

    test('let in, and asked for access to files: a passage is kept, and marked when one comes back', async () => {
      const ada = await stage().person('Ada');
      if (browser === 'firefox') await ada.switchFiles(true);
      await ada.agree();
      await ada.goTo(notes);
      await allowFiles(ada);
      await ada.select(PASSAGE);
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      const { page, body } = await stored(ada, 'lesson', PASSAGE);
      expect({ page, href: body?.target?.href }).toEqual({ page: notes, href: notes });
      await ada.goTo(others);
      await ada.goTo(`${notes}#again`);
      await until('it to be marked', async () => (await ada.painted()).includes(PASSAGE));
      await until('the count', async () => (await ada.badge()) === '1');
    });

    test('each file speaks for itself alone, though the words are the same', async () => {
      const ada = await stage().person('Ada');
      const before = await ada.rows('records');
      await ada.goTo(others);
      const answers = await until('the other file to be there', () => ada.inBackground(speakFor, others, notes));
      expect(answers).toEqual({ itself: true, marks: 'not-allowed', keep: 'not-allowed', placed: 'not-allowed' });
      expect(await ada.painted()).toEqual([]);
      expect(await ada.badge()).toBe('');
      expect(await ada.rows('records')).toEqual(before);
    });

    test('the way back from a lesson leads to its file', async () => {
      const ada = await stage().person('Ada');
      const { id } = (await stored(ada, 'lesson', PASSAGE)) as Kept;
      await ada.openOwn('options');
      const answer = await ada.page.read(
        (id) => chrome.runtime.sendMessage({ say: 'goTo', takes: { team: '', id } }),
        id,
      );
      if (browser === 'chrome') {
        expect(answer).toEqual({ ok: true, value: null });
        await ada.follow();
        await until('it to be marked', async () => (await ada.painted()).includes(PASSAGE));
      } else expect(answer).toEqual({ ok: false, failure: { code: 'unopened', detail: notes } });
    });

    test('not let in: nothing comes by itself, and a sentence says what to do', async () => {
      const bob = await stage().person('Bob');
      if (browser === 'chrome') {
        await bob.switchFiles(false);
        await bob.goTo(notes);
        await bob.inBackground(pressKeyAt, notes);
        const popup = await bob.popup().catch(() => bob.openPopup());
        await popup.see(words('failure_file_closed'));
        await popup.close();
        expect(await bob.rows('records')).toEqual([]);
      } else {
        await bob.goTo(notes);
        await bob.select(PASSAGE);
        await bob.command('keep');
        await stored(bob, 'lesson', PASSAGE);
        const panel = await bob.openPanel();
        await panel.see(words('accessFilesClosed'));
        await panel.close();
      }
    });

    test('none of this made our own code fail', async () => {
      for (const name of ['Ada', 'Bob']) expect(await (await stage().person(name)).complaints()).toEqual([]);
    });
  });
}

/** The offer of the side panel. The address of the file is known there after a gesture; here a button of ours asks. */
async function allowFiles(ada: Person): Promise<void> {
  const options = await ada.openOwn('options');
  await options.read(() => {
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'Files';
    button.onclick = () => void chrome.permissions.request({ origins: ['file:///*'] });
  });
  await options.click('button', 'Files');
  await until('access', () => ada.inBackground(() => chrome.permissions.contains({ origins: ['file:///*'] })));
  await options.close();
  await ada.follow();
}

/** Runs in the background: what our layer in one file is answered where it speaks for itself, and for another one. */
async function speakFor(here: string, other: string) {
  const [tab] = (await chrome.tabs.query({ active: true, lastFocusedWindow: true })).filter(({ url }) => url === here);
  if (tab?.id === undefined) return null;
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    args: [here, other],
    func: async (here: string, other: string) => {
      const say = async (say: string, takes: object) => {
        const answer = await chrome.runtime.sendMessage({ say, takes });
        return answer.ok ? true : answer.failure.code;
      };
      return {
        itself: await say('marks', { href: here }),
        marks: await say('marks', { href: other }),
        keep: await say('keep', { id: 'not-mine', href: other, title: 'x', selectors: [] }),
        placed: await say('placed', { href: other, placements: [] }),
      };
    },
  });
  return answer?.result;
}

/** Runs in the background: the key as Chrome gives it, which tells the tab's address then. */
async function pressKeyAt(url: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  (chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void }).dispatch('keep', { ...tab, url });
}
