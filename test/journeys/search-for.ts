import type { FirefoxPerson } from '../../src/dev/browsers/firefox.ts';
import type { Person, View } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { words } from '../../src/dev/walk/words.ts';
import { asTyped } from '../../src/ui/as-typed.ts';

/** Types into the search, which has the cursor from the start, and waits for the answer to just that. */
export async function search(view: View, typed: string): Promise<void> {
  await view.fill(words('popupSearch'), typed);
  await view.until(
    `the answer to "${typed}"`,
    (text: string) => document.querySelector<HTMLElement>('[role=listbox]')?.dataset.typed === text,
    asTyped(typed),
  );
}

/** Given to our worker as Chrome gives what is typed after the keyword, and its answers with their marks; its own address bar cannot be reached. */
export const inOmnibox = (ada: Person, typed: string): Promise<string[]> =>
  ada.inBackground(
    (text) =>
      new Promise<string[]>((resolve) => {
        const event = chrome.omnibox.onInputChanged as unknown as { dispatch(text: string, give: unknown): void };
        event.dispatch(text, (found: { description: string }[]) => resolve(found.map((one) => one.description)));
      }),
    typed,
  );

/** Typed into Firefox's own address bar. */
export const inAddressBar = (ada: Person, typed: string): Promise<string[]> =>
  until('suggestions of ours', async () => {
    const found = await (ada as FirefoxPerson).inside.run(async (text: string) => {
      const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser') as unknown as { gURLBar: AddressBar };
      gURLBar.focus();
      gURLBar.search(`sl ${text}`);
      const { results } = await gURLBar.lastQueryContextPromise;
      return results.filter(({ heuristic }) => !heuristic).map(({ payload }) => payload.title ?? payload.content ?? '');
    }, typed);
    return found.length > 0 ? found : null;
  });

/** A row of that chosen by key, from 0, as it stands there; with `altKey` for another tab. */
export const chooseInAddressBar = (ada: Person, typed: string, row: number, altKey = false): Promise<void> =>
  (ada as FirefoxPerson).inside.run(
    async (text: string, at: number, isAlt: boolean) => {
      const { gURLBar, KeyboardEvent } = Services.wm.getMostRecentWindow('navigator:browser') as unknown as {
        gURLBar: AddressBar;
        KeyboardEvent: typeof globalThis.KeyboardEvent;
      };
      gURLBar.focus();
      gURLBar.search(`sl ${text}`);
      await gURLBar.lastQueryContextPromise;
      while (gURLBar.view.selectedRowIndex < at) gURLBar.view.selectBy(1);
      gURLBar.handleCommand(new KeyboardEvent('keydown', { key: 'Enter', altKey: isAlt }));
    },
    typed,
    row,
    altKey,
  );

interface AddressBar {
  focus(): void;
  search(text: string): void;
  handleCommand(event: KeyboardEvent): void;
  view: { selectedRowIndex: number; selectBy(rows: number): void };
  lastQueryContextPromise: Promise<{
    results: { heuristic: boolean; payload: { title?: string; content?: string } }[];
  }>;
}
