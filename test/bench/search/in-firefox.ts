import { openFirefox } from '../../../src/dev/browsers/firefox.ts';
import { addressIn } from '../../../src/dev/browsers/firefox-profile.ts';
import type { View } from '../../../src/dev/browsers/person.ts';
import type { Options } from './chromium.ts';
import { copyOurs } from './extensions.ts';
import { type Figures, note } from './figures.ts';
import type { Folders } from './folders.ts';
import { loadOurs, measureOurs, sample } from './ours.ts';
import type { InPage } from './page.ts';
import type { Seen } from './seen.ts';
import type { Say } from './steps.ts';
import { typedFor } from './typed.ts';

declare const seen: Seen | undefined;
declare const bench: InPage;

/** Ours in Firefox, in its real popup; the floor there is a page that opens the same database. */
export async function measureInFirefox(
  folders: Folders,
  { extension, corpus, rounds }: Options,
  size: number,
  { say, signal }: { say: Say; signal: AbortSignal },
): Promise<void> {
  const profile = folders.below(`firefox-${size}`);
  const firefox = await openFirefox({ extension: await copyOurs(extension, folders.below('firefox')), profile });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= firefox.close();
    return closing;
  };
  signal.addEventListener('abort', close);
  try {
    const desk = await firefox.openTab(addressIn('desk.html'));
    await desk.until('the desk', () => 'bench' in globalThis);
    const { records } = await desk.read(() => bench.size());
    const before = folders.measured.of(size, 'firefox')?.figures['ours, Firefox'] ?? {};
    const ours: Figures = {
      ...before,
      ...(records < size ? await loadOurs(desk, corpus, { from: records, to: size, say }) : {}),
    };
    Object.assign(ours, await measureOurs(desk, corpus, size, say));
    const floors: number[] = [];
    const [answers, homes]: [Seen[], Seen[]] = [[], []];
    for (const [i, query] of typedFor(sample(corpus, size), rounds + 1).two.entries()) {
      for (const [typed, into] of [
        [query, answers],
        ['', homes],
      ] as const) {
        const one = await openCold(desk, () => firefox.openPopup(), typed);
        if (i > 0) into.push(one);
      }
      floors.push(await desk.read(readTen));
    }
    for (const [name, some] of [
      ['first answer', answers],
      ['home rows', homes],
    ] as const) {
      const since = some.map(({ start, found = Number.NaN }) => found - start);
      note(ours, `popup held, ${name}, ms`, since);
    }
    const floor: Figures = {};
    note(floor, 'popup held, first answer, ms', floors);
    folders.measured.keep(size, 'firefox', { 'ours, Firefox': ours, 'floor, Firefox': floor });
  } finally {
    await close();
  }
}

async function openCold(desk: View, open: () => Promise<View>, query: string): Promise<Seen> {
  await desk.read((typed) => localStorage.setItem('bench-query', typed), query);
  const popup = await open();
  const one = await popup.until('the first rows', () => (typeof seen === 'object' && seen?.painted ? seen : null));
  await popup.close();
  return one;
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
