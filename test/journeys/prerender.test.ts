import { expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { stored } from '../../src/dev/walk/steps/keep.ts';
import { journeys } from './journey.ts';

/** Of a page that fetches it once it is loaded, which tells us that it is. */
const PASSAGE = 'do not pull it, turn it';

journeys('a page that is made ready before it is asked for', 'chrome', (stage) => {
  test('is neither counted nor painted before it is looked at, and at once then', async () => {
    let isLeftAlone = false;
    const ada = await stage().person('Ada', { isLeftAlone: () => isLeftAlone });
    const late = `${stage().pages.url}/late.html`;
    await (await allowAll(ada)).close();
    await ada.goTo(late);
    await ada.select(PASSAGE);
    await ada.command('keep');
    await stored(ada, 'lesson', PASSAGE);
    await until('it to be painted', async () => (await ada.painted()).includes(PASSAGE));
    await ada.goTo(`${stage().pages.url}/notes.html`);
    const seen = async () => (await ada.rows('places')).map((row) => row.seen);
    const before = await seen();
    isLeftAlone = true;
    const tab = await ada.inBackground(openTab, `${stage().pages.url}/dark.html`);
    const asked = () => stage().pages.asked.filter((path) => path === '/late-lines.json').length;
    const once = asked();
    await until('the tab', () => ada.inBackground(runIn, tab, 'prerender', late));
    await until('the page to be made ready', () => asked() > once);
    // What is answered to others now is answered after what it could have asked as it was loaded.
    await ada.inBackground(() => chrome.storage.local.get(null));
    expect(await seen()).toEqual(before);
    expect(await ada.inBackground((tabId) => chrome.action.getBadgeText({ tabId }), tab)).toBe('');
    await ada.inBackground(runIn, tab, 'goTo', late);
    await until('it to be there at once, and painted', () => ada.inBackground(runIn, tab, 'isPainted', late));
    await until('the count', () => ada.inBackground((tabId) => chrome.action.getBadgeText({ tabId }), tab));
    expect(await seen()).not.toEqual(before);
    isLeftAlone = false;
  });
});

/** Runs in the background. */
const openTab = async (url: string): Promise<number> => (await chrome.tabs.create({ url })).id ?? -1;

/** Runs in the background: one of these in a tab that nobody watches. False while it cannot be run or is not so. */
async function runIn(tabId: number, name: string, url: string): Promise<boolean> {
  const all: Record<string, (url: string) => boolean> = {
    prerender: (url) => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] });
      document.head.append(rules);
      return location.pathname === '/dark.html';
    },
    goTo: (url) => {
      location.assign(url);
      return true;
    },
    isPainted: () => {
      const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & { activationStart?: number })[];
      return (entry?.activationStart ?? 0) > 0 && CSS.highlights.size > 0;
    },
  };
  try {
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId },
      func: all[name] ?? (() => false),
      args: [url],
    });
    return answer?.result === true;
  } catch {
    return false;
  }
}
