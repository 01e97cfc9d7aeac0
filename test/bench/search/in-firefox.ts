import { openFirefox } from '../../../src/dev/browsers/firefox.ts';
import { addressIn } from '../../../src/dev/browsers/firefox-profile.ts';
import type { Options } from './chromium.ts';
import { copyOurs, type Folders } from './extensions.ts';
import { type Figures, note } from './figures.ts';
import { loadOurs, measureOurs, sample } from './ours.ts';
import type { Seen } from './probe.ts';
import { typedFor } from './typed.ts';

declare const seen: Seen | undefined;

/** Ours in Firefox, in its real popup, at the largest size; the floor there is a page that opens the same database. */
export async function measureInFirefox(
  folders: Folders,
  { extension, corpus, rounds }: Options,
  size: number,
): Promise<Record<string, Figures>> {
  const firefox = await openFirefox({ extension: await copyOurs(extension, folders.below('firefox')) });
  try {
    const desk = await firefox.openTab(addressIn('desk.html'));
    await desk.until('the desk', () => 'bench' in globalThis);
    const ours: Figures = { ...(await loadOurs(desk, corpus, 0, size)), ...(await measureOurs(desk, corpus, size)) };
    const [times, floors, painted]: number[][] = [[], [], []];
    for (const [i, query] of typedFor(sample(corpus, size), rounds + 1).two.entries()) {
      await desk.read((typed) => localStorage.setItem('bench-query', typed), query);
      floors?.push(await desk.read(readTen));
      const popup = await firefox.openPopup();
      const one = await popup.until('the first rows', () => (typeof seen === 'object' && seen?.painted ? seen : null));
      await popup.close();
      if (i === 0) continue;
      times?.push((one.found ?? Number.NaN) - one.start);
      painted?.push((one.painted ?? Number.NaN) - one.start);
    }
    note(ours, 'popup held, first rows, ms', times ?? []);
    note(ours, 'popup held, first rows drawn, ms', painted ?? []);
    const floor: Figures = {};
    note(floor, 'popup held, first rows, ms', floors ?? []);
    return { 'ours, Firefox': ours, 'floor, Firefox': floor };
  } finally {
    await firefox.close();
  }
}

/** Opens our database once more and reads ten rows. */
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
