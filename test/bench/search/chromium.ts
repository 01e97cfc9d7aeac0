import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { viewOf } from '../../../src/dev/browsers/chrome-view.ts';
import type { View } from '../../../src/dev/browsers/person.ts';
import { type Contender, enter, openCold } from './cold.ts';
import { copyOurs, type Folders, fetchPeers, makePeer, PEERS, type PeerName } from './extensions.ts';
import { type Figures, note, round } from './figures.ts';
import { loadOurs, measureOurs, sample } from './ours.ts';
import type { InPeer } from './peers/page.ts';
import type { Corpus, Text } from './texts.ts';
import { typedFor } from './typed.ts';
import { typeLetters } from './typing.ts';

declare const peer: InPeer;

/** Beyond so many a peer's index does not fit into a page's memory, or takes an hour to build. */
const PEER_MOST = 100_000;
const PEER_CHUNK = 2_000;
const PEER_QUERIES = 50;
const PEER_ADDED = 5;
const TYPED = 6;

export interface Options {
  extension: string;
  corpus: Corpus;
  /** Sizes at which everything is measured, rising. */
  sizes: number[];
  rounds: number;
  withPeers: boolean;
  /** Hears each size as soon as it is measured. */
  onSize?: (size: number, figures: Record<string, Figures>) => void;
}

/** What was measured at each size, by contender. */
export type Report = Record<number, Record<string, Figures>>;

/** Ours and the peers in one browser, each in an extension of its own, growing together. */
export async function measureInChromium(folders: Folders, options: Options): Promise<Report> {
  const chrome = await openChrome({
    extension: await copyOurs(options.extension, folders.below('ours')),
    profile: folders.below('profile'),
  });
  try {
    const contenders = await enterAll(chrome, folders, options.withPeers);
    const report: Report = {};
    let from = 0;
    for (const size of options.sizes) {
      report[size] = {};
      const taking = contenders.filter(({ name }) => name === 'ours' || name === 'floor' || size <= PEER_MOST);
      for (const contender of taking) report[size][contender.name] = await grow(chrome, contender, options, from, size);
      await measureCold(taking, options, size, report[size]);
      options.onSize?.(size, report[size]);
      from = size;
    }
    return report;
  } finally {
    await chrome.close();
  }
}

async function enterAll(chrome: ChromePerson, folders: Folders, withPeers: boolean): Promise<Contender[]> {
  const quiet = await chrome.program.newPage();
  await quiet.goto(chrome.installed.address('manifest.json'));
  const contenders: Contender[] = [{ name: 'ours', installed: chrome.installed, quiet }];
  const modules = withPeers ? fetchPeers(folders.below('packages')) : null;
  if (withPeers && !modules) console.log('Without MiniSearch and SQLite: the packages could not be had.');
  const names: readonly PeerName[] = modules ? PEERS : ['floor'];
  for (const name of names)
    contenders.push(await enter(chrome.program, name, await makePeer(name, folders.below(name), modules)));
  return contenders;
}

/** A tab in which the contender works on its database; closed at the end, since some can be open once only. */
async function atDesk<T>(
  chrome: ChromePerson,
  { installed }: Contender,
  global: string,
  work: (desk: View) => Promise<T>,
): Promise<T> {
  const page = await chrome.program.newPage();
  await page.goto(installed.address('desk.html'));
  const desk = viewOf(page);
  await desk.until('the desk', (name: string) => name in globalThis, global);
  try {
    return await work(desk);
  } finally {
    await page.close();
  }
}

function grow(
  chrome: ChromePerson,
  contender: Contender,
  { corpus }: Options,
  from: number,
  to: number,
): Promise<Figures> {
  if (contender.name === 'ours') {
    return atDesk(chrome, contender, 'bench', async (desk) => ({
      ...(await loadOurs(desk, corpus, from, to)),
      ...(await measureOurs(desk, corpus, to)),
    }));
  }
  return atDesk(chrome, contender, 'peer', (desk) => growPeer(desk, corpus, from, to));
}

async function growPeer(desk: View, corpus: Corpus, from: number, to: number): Promise<Figures> {
  let ms = 0;
  for (let at = from; at < to; at += PEER_CHUNK) {
    ms += await desk.read((texts) => peer.load(texts), corpus.slice(at, Math.min(to, at + PEER_CHUNK)));
  }
  ms += await desk.read(() => peer.finish());
  const figures: Figures = { 'import with index, items/s': Math.round((1000 * (to - from)) / ms) };
  for (const [sort, queries] of Object.entries(typedFor(sample(corpus, to), PEER_QUERIES))) {
    const found = await desk.read((some) => peer.find(some), queries);
    note(
      figures,
      `find ${sort}, ms`,
      found.map((one) => one.ms),
    );
    figures[`find ${sort}, answered`] = round(found.filter(({ total }) => total > 0).length / found.length);
  }
  const more = corpus.slice(0, PEER_ADDED).map((text, i): Text => ({ ...text, id: 10_000_000 + to + i }));
  note(figures, 'durable add, ms', await desk.read((texts) => peer.add(texts), more));
  await desk.read(() => peer.close());
  return figures;
}

/** Popups in turn, so that what the machine does beside is the same for all. */
async function measureCold(
  contenders: Contender[],
  { corpus, rounds }: Options,
  size: number,
  report: Record<string, Figures>,
): Promise<void> {
  const queries = typedFor(sample(corpus, size), rounds + 1).two;
  for (const state of ['held', 'closed'] as const) {
    const opened = new Map<string, Awaited<ReturnType<typeof openCold>>[]>(contenders.map(({ name }) => [name, []]));
    // Each waits for the store to be closed: half as many tell enough.
    const asked = state === 'held' ? queries : queries.slice(0, Math.ceil(rounds / 2) + 1);
    for (const [i, query] of asked.entries()) {
      for (const contender of contenders) {
        if (contender.name === 'sqlite' && state === 'held') continue;
        const one = await openCold(contender, query, state).catch(() => null);
        // The first of each is for the browser to warm up.
        if (one && i > 0) opened.get(contender.name)?.push(one);
      }
    }
    for (const [name, some] of opened) noteCold(report[name] ?? {}, state, some);
  }
  const ours = contenders.find(({ name }) => name === 'ours');
  if (ours) await measureTyping(ours, queries.slice(0, TYPED), report.ours ?? {});
}

function noteCold(figures: Figures, state: string, opened: Awaited<ReturnType<typeof openCold>>[]): void {
  if (opened.length === 0) return;
  note(
    figures,
    `popup ${state}, first rows, ms`,
    opened.map(({ start, found = Number.NaN }) => found - start),
  );
  note(
    figures,
    `popup ${state}, first rows drawn, ms`,
    opened.map(({ start, painted = Number.NaN }) => painted - start),
  );
  note(
    figures,
    `popup ${state}, from opening to rows, ms`,
    opened.map(({ found = Number.NaN }) => found),
  );
  figures['popup heap, MB'] = round(Math.max(...opened.map(({ heap }) => heap)) / 1e6);
  figures[`popup ${state}, opened`] = opened.length;
}

/** Letters typed into the popup itself, from the key to the rows in the document. */
async function measureTyping({ installed, quiet }: Contender, queries: string[], figures: Figures): Promise<void> {
  const times: number[] = [];
  for (const query of queries) {
    await quiet.evaluate(() => localStorage.removeItem('bench-query'));
    await quiet.bringToFront();
    await (await installed.extension()).triggerAction(quiet);
    const page = await installed.pageOf('popup.html');
    const popup = viewOf(page);
    await popup.until('the search field', () => document.querySelector('[role=combobox]') !== null);
    times.push(...(await popup.read(typeLetters, query)));
    await page.evaluate(() => window.close()).catch(() => {});
  }
  note(figures, 'popup, letter to rows, ms', times);
}
