import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import type { StoredRecord } from '../../../src/domain/record.ts';
import { round } from './figures.ts';
import { joinAs } from './ours.ts';
import { type Peer, toDocument } from './pouch.ts';
import { type Place, withServer } from './with-server.ts';

/** What one sees of a first sync, in milliseconds from the moment one agrees to join. */
export interface FirstSync {
  /** The newest 200 are in the database and can be read. */
  newestMs: number;
  /** All are, and proven to be all. */
  wholeMs: number;
}

const NEWEST = 200;

/** A first sync of all records into the built extension, which joins as a person does, each time in a new profile. */
export const firstSyncOfOurs = (place: Place, records: StoredRecord[], extension: string, rounds: number) =>
  withServer(place, async (url, links) => {
    const writer = await joinAs(url, await links(1));
    await writer.push(records);
    const took: FirstSync[] = [];
    for (let i = 0; i < rounds; i++) {
      const person = await openChrome({ extension: resolve(extension) });
      try {
        took.push(await joinIn(person, await links(1), records.length));
      } finally {
        await person.close();
      }
    }
    return took;
  });

async function joinIn(person: ChromePerson, link: string, count: number): Promise<FirstSync> {
  const page = await person.program.newPage();
  await page.goto(person.installed.address('manifest.json'));
  // The worker has started with the install and opened its database, as it has where somebody reads an invite.
  await new Promise((done) => setTimeout(done, 1_500));
  return page.evaluate(watchJoin, link, count, NEWEST);
}

/** In a page of the extension: asks the background to join and looks into the database meanwhile. */
async function watchJoin(link: string, count: number, newest: number) {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('sidelight');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  const countRows = () =>
    new Promise<number>((done, failed) => {
      const counting = database.transaction('records').objectStore('records').count();
      counting.onsuccess = () => done(counting.result);
      counting.onerror = () => failed(counting.error);
    });
  const began = performance.now();
  let answer: { ok: boolean } | undefined;
  let wholeMs = 0;
  const joining = chrome.runtime.sendMessage({ say: 'join', takes: { link, name: 'Bench' } }).then((said) => {
    answer = said;
    wholeMs = performance.now() - began;
  });
  let newestMs = 0;
  while (newestMs === 0 && answer === undefined) {
    // One's own profile is among them.
    if ((await countRows()) > newest) newestMs = performance.now() - began;
    else await new Promise((done) => setTimeout(done, 2));
  }
  await joining;
  const came = await countRows();
  database.close();
  if (!answer?.ok || came < count) throw new Error(`${came} came of ${count}: ${JSON.stringify(answer)}`);
  return { newestMs, wholeMs };
}

/** The same records into PouchDB in a page of its own, in the same browser. It shows the oldest first. */
export async function firstSyncOfPouch(peer: Peer, records: StoredRecord[], extension: string): Promise<FirstSync> {
  const source = peer.open('first-source');
  await source.bulkDocs(records.map(toDocument));
  await source.replicate.to(`${peer.url}/first`, { batch_size: 500 });
  return inBlankPage(extension, `${peer.url}/`, async (page) => {
    const require = createRequire(resolve('.dev/peers/index.js'));
    await page.evaluate(readFileSync(require.resolve('pouchdb/dist/pouchdb.min.js'), 'utf8'));
    return page.evaluate(pullIntoPouch, `${peer.url}/first`, records.length, NEWEST);
  });
}

async function pullIntoPouch(remote: string, count: number, newest: number) {
  type Local = {
    replicate: {
      from(
        url: string,
        options: object,
      ): Promise<unknown> & { on(what: string, hear: (change: { docs_written: number }) => void): void };
    };
    info(): Promise<{ doc_count: number }>;
  };
  const { PouchDB } = globalThis as unknown as { PouchDB: new (name: string) => Local };
  const local = new PouchDB('first');
  const began = performance.now();
  let newestMs = 0;
  const pulling = local.replicate.from(remote, { batch_size: 500 });
  pulling.on('change', ({ docs_written }) => {
    if (newestMs === 0 && docs_written >= newest) newestMs = performance.now() - began;
  });
  await pulling;
  const wholeMs = performance.now() - began;
  const { doc_count } = await local.info();
  if (doc_count !== count) throw new Error(`${doc_count} came of ${count}`);
  return { newestMs, wholeMs };
}

/** The floor: the same rows into one IndexedDB store without an index, 500 in a transaction that waits for no disk. */
export const floorOfFirstSync = (records: StoredRecord[], extension: string, address: string): Promise<FirstSync> =>
  inBlankPage(extension, address, (page) => page.evaluate(putAll, records as object[], NEWEST));

async function putAll(rows: object[], newest: number) {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('floor', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  const put = (some: object[]) =>
    new Promise<void>((done, failed) => {
      const writing = database.transaction('rows', 'readwrite', { durability: 'relaxed' });
      for (const row of some) writing.objectStore('rows').put(row);
      writing.oncomplete = () => done();
      writing.onerror = () => failed(writing.error);
    });
  const began = performance.now();
  await put(rows.slice(0, newest));
  const newestMs = performance.now() - began;
  for (let i = newest; i < rows.length; i += 500) await put(rows.slice(i, i + 500));
  return { newestMs, wholeMs: performance.now() - began };
}

async function inBlankPage<T>(extension: string, address: string, work: (page: Page) => Promise<T>): Promise<T> {
  const person = await openChrome({ extension: resolve(extension) });
  try {
    const page = await person.program.newPage();
    await page.goto(address);
    return await work(page);
  } finally {
    await person.close();
  }
}

export const toTable = ({ newestMs, wholeMs }: FirstSync) => ({
  'newest 200, ms': round(newestMs),
  'all, ms': round(wholeMs),
});
