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

interface AddressBar {
  focus(): void;
  search(text: string): void;
  lastQueryContextPromise: Promise<{
    results: { heuristic: boolean; payload: { title?: string; content?: string } }[];
  }>;
}
