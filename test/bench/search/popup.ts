import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';

/** Milliseconds from a key to the rows it brings, in the popup as a person has it open. */
export async function typeInPopup(person: ChromePerson, query: string): Promise<number[]> {
  const popup = await person.openPopup();
  await popup.until('the search field', () => document.querySelector('[role=combobox]') !== null);
  const times = await popup.read(typeLetters, query);
  await popup.close();
  return times;
}

/** The first time is that of everything typed at once into a popup just opened; then letter by letter from two on. */
async function typeLetters(query: string): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (!field) throw new Error('There is no search field.');
  const PATIENCE_MS = 3000;
  const type = (text: string) =>
    new Promise<number>((resolve) => {
      const from = performance.now();
      const done = () => {
        if (!document.querySelector('[role=option] mark')) return;
        watch.disconnect();
        clearTimeout(late);
        resolve(performance.now() - from);
      };
      const watch = new MutationObserver(done);
      const late = setTimeout(() => resolve(PATIENCE_MS), PATIENCE_MS);
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  const times = [await type(query)];
  for (let length = 2; length < query.length; length++) times.push(await type(query.slice(0, length)));
  return times;
}

/** Milliseconds that a page of the extension needs to open the database and read ten records, and do nothing else. */
export async function floor(person: ChromePerson): Promise<number> {
  await person.openTab(person.installed.address('manifest.json'));
  const { tab } = person;
  const ms = await tab.evaluate(readTen);
  await tab.close();
  await person.follow();
  return ms;
}

async function readTen(): Promise<number> {
  const from = performance.now();
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('sidelight'));
  await done(database.transaction('records').objectStore('records').getAll(null, 10));
  database.close();
  return performance.now() - from;
}
