import { expect, test } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const PASSAGE = 'Note the time, to the minute';
const SECOND = 'Freeze the queue';

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('sites where nothing happens by itself', browser, (stage) => {
    const person = () => stage().person('Ada');
    const open = () => `${stage().pages.url}/article.html`;
    const mail = () => open().replace('127.0.0.1', 'mail.localhost');
    const choose = async (settings: object) => {
      const ada = await person();
      await ada.inBackground((settings) => chrome.storage.local.set({ settings }), { parts: {}, ...settings });
    };

    test('on a site that looks private the background hears nothing, and sees nothing, before a gesture', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.inBackground(listen);
      await ada.goTo(mail());
      await ada.page.read(() => {
        history.pushState(null, '', '#/inbox/2');
        dispatchEvent(new HashChangeEvent('hashchange'));
      });
      await rest(ada);
      await ada.openTab(open());
      // What the page that is open says has come after whatever the other one could have said.
      const heard = await until('the page that is open', async () => {
        const heard = await ada.inBackground(readHeard);
        return heard.some(({ host }) => host.startsWith('127.0.0.1')) && heard;
      });
      expect(heard.filter(({ host }) => host.startsWith('mail.localhost'))).toEqual([]);
    });

    test('the first key asks there, the answer holds, and passages come back from then on', async () => {
      const ada = await person();
      await ada.goTo(mail());
      await ada.select(PASSAGE);
      await ada.command('keep');
      await waitForToast(ada, words('toastPrivateSite'));
      expect((await ada.rows('records')).length).toBe(0);
      await ada.clickToast(words('toastKeepAnyway'));
      await stored(ada, 'lesson', PASSAGE);
      await until('the choice to be stored', async () => {
        const { settings } = await ada.inBackground(() => chrome.storage.local.get('settings'));
        return (settings as { sitesOn?: string[] } | undefined)?.sitesOn?.includes('mail.localhost');
      });
      await until('it to be marked at once', async () => (await ada.painted()).includes(PASSAGE));
      await ada.goTo(mail());
      await until('it to be marked on coming back', async () => (await ada.painted()).includes(PASSAGE));
      await until('the count', async () => (await ada.badge()) === '1');
    });

    test('a site that is switched off while it is open is left at once, with its marks and its count', async () => {
      const ada = await person();
      await choose({ sitesOff: ['mail.localhost'] });
      await until('nothing to be marked', async () => (await ada.painted()).length === 0);
      await until('no count', async () => (await ada.badge()) === '');
      await ada.inBackground(listen);
      await ada.page.read(() => history.pushState(null, '', '#/inbox/3'));
      await rest(ada);
      await ada.goTo(mail());
      await rest(ada);
      expect((await ada.inBackground(readHeard)).filter(({ host }) => host.startsWith('mail'))).toEqual([]);
      expect(await ada.inBackground(hasLayer)).toBe(false);
    });

    test.each(['keep', 'ask'] as const)('there the key obeys too, and a sentence says so: %s', async (command) => {
      const ada = await person();
      const before = await ada.rows('records');
      await ada.goTo(mail());
      await ada.select(SECOND);
      await ada.command(command);
      const popup = await ada.popup().catch(() => ada.openPopup());
      await popup.see(words('failure_site_off'));
      await popup.close();
      expect(await ada.rows('records')).toEqual(before);
    });

    test('a machine that is switched off by its number, of version four or six, stops nothing elsewhere', async () => {
      const ada = await person();
      await choose({ sitesOff: ['127.0.0.1', '[::1]', 'not a host'], sitesOn: ['mail.localhost'] });
      await ada.goTo(mail());
      await until('it to be marked', async () => (await ada.painted()).includes(PASSAGE));
      await ada.goTo(open());
      await rest(ada);
      expect(await ada.inBackground(hasLayer)).toBe(false);
    });

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** Longer than our layer waits after a page has moved on; what it would have begun has begun. */
async function rest(person: Person): Promise<void> {
  await person.page.read(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await person.inBackground(() => chrome.storage.local.get(null));
}

interface Hearing {
  heard: { say: string; host: string }[];
  isListening?: boolean;
}

/** Runs in the background: from here on it writes down what pages say, whatever that is. */
function listen(): void {
  const hearing = self as unknown as Hearing;
  hearing.heard = [];
  if (hearing.isListening) return;
  hearing.isListening = true;
  chrome.runtime.onMessage.addListener((said, sender) => {
    hearing.heard.push({ say: said?.say, host: URL.canParse(sender.url ?? '') ? new URL(sender.url ?? '').host : '' });
  });
}

const readHeard = (): Hearing['heard'] => (self as unknown as Hearing).heard;

/** Runs in the background: whether anything of ours is in the page in front. */
async function hasLayer(): Promise<boolean> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const [found] = await chrome.scripting.executeScript({
    target: { tabId: tab?.id ?? -1 },
    func: () => 'sidelight' in globalThis,
  });
  return found?.result === true;
}
