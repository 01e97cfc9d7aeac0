import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { killChrome } from '../../../src/dev/browsers/chrome-kill.ts';

export interface CutRounds {
  rounds: number;
  /** Rows that were there after the cut, and those written then. */
  acknowledged: number;
  lost: number;
}

/** Time for what the background does after a start. */
const START_MS = 250;
const ROWS = 50;

/**
 * What a kill in the middle of a record leaves, made on purpose: a log of Chromium's database that ends in half a record.
 * The browser starts twice on it; everything that stood before the cut, and what was written after the first start, must
 * be there after the second.
 */
export async function cutLogs(extension: string, rounds: number): Promise<CutRounds> {
  const so: CutRounds = { rounds, acknowledged: 0, lost: 0 };
  for (let round = 0; round < rounds; round++) {
    const profile = mkdtempSync(join(tmpdir(), 'bench-cut-log-'));
    const live = async <T>(work: (person: ChromePerson) => Promise<T>): Promise<T> => {
      const person = await openChrome({ extension: resolve(extension), profile, visible: false });
      await person.openTab(person.installed.address('manifest.json'));
      await new Promise((done) => setTimeout(done, START_MS));
      const result = await work(person);
      await killChrome(person.program, profile);
      return result;
    };
    try {
      await live(({ tab }) => tab.evaluate(write, ROWS, 50).then(() => tab.evaluate(write, 1, 50_000)));
      cutEnd(join(profile, 'Default', 'IndexedDB'));
      const kept = await live(({ tab }) => tab.evaluate(write, ROWS, 50));
      const there = await live(({ tab }) => tab.evaluate(write, 0, 0));
      so.acknowledged += kept;
      so.lost += Math.max(0, kept - there);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return so;
}

/** Takes half of the last record away, which goes over several blocks of the log. */
function cutEnd(folder: string): void {
  const [bucket = ''] = readdirSync(folder).filter((name) => name.endsWith('.leveldb'));
  const logs = readdirSync(join(folder, bucket)).filter((name) => name.endsWith('.log'));
  const log = join(folder, bucket, logs.sort().at(-1) ?? '');
  truncateSync(log, statSync(log).size - 20_000);
}

/** In a page: so many rows of so many bytes, waited for until they are on the disk; gives how many there are. */
async function write(count: number, bytes: number): Promise<number> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const opening = indexedDB.open('cut', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
  const database = await settle(opening);
  const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
  const rows = transaction.objectStore('rows');
  for (let i = 0; i < count; i++) rows.put(crypto.getRandomValues(new Uint8Array(bytes)));
  const there = await settle(rows.count());
  await new Promise((done) => {
    transaction.oncomplete = done;
  });
  database.close();
  return there;
}
