/** What a page of ours stands on in a test: a real database in memory, the fake browser, a background that answers. */
import 'fake-indexeddb/auto';
import '../browser/fake-browser.ts';
import { act } from 'preact/test-utils';
import { beforeEach } from 'vitest';
import type { Envelope } from '../../src/wire/talk.ts';
import { events, fakeBrowser } from '../browser/fake-browser.ts';
import { world } from '../browser/fake-world.ts';
import { provideEnglish } from '../ui/words-from-english.ts';

// happy-dom has no idle time; a test has nothing else to do.
globalThis.requestIdleCallback ??= (idle) => setTimeout(idle) as unknown as number;
globalThis.cancelIdleCallback ??= (id) => clearTimeout(id);

/** What our pages said to the background, in order. */
export const said: Envelope[] = [];
/** What it answers, by message, or what it does for the answer; ok with null for the rest. */
export const answers = new Map<string, unknown>();

events.onMessage.addListener((envelope) => {
  said.push(envelope as Envelope);
  const answer = answers.get((envelope as Envelope).say) ?? { ok: true, value: null };
  return Promise.resolve(typeof answer === 'function' ? answer((envelope as Envelope).takes) : answer);
});

/** Nothing fits any page. */
export const noFits = { read: 'read', pages: [], fits: [], most: 5, people: [] };

beforeEach(() => {
  said.length = 0;
  answers.clear();
  answers.set('fits', { ok: true, value: noFits });
  provideEnglish();
});

/** Brings a page into view; without `url` one whose address the browser would not tell. */
export function showPage({ url, title = '' }: { url?: string; title?: string }): void {
  world.tabs = [{ id: 7, windowId: 3, active: true, title, ...(url ? { url } : {}) }];
  fakeBrowser.tabs.onActivated.happen();
}

/** Waits until something is so: components read a real database, which answers when it answers. */
export async function until<T>(what: () => T | null | undefined | false): Promise<T> {
  let found = what();
  for (let tries = 0; tries < 200 && !found; tries++) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    found = what();
  }
  if (!found) throw new Error(`It did not come to be: ${what}\n${document.body.textContent}`);
  return found;
}

export const says = (root: Element, words: string): Promise<boolean> =>
  until(() => root.textContent?.includes(words) ?? false);
