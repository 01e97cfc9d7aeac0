import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { install } from '../../../src/dev/browsers/chrome-extension.ts';
import { type Contender, enter } from './cold.ts';
import { copyOurs, fetchPeers, makePeer, PEERS, type PeerName } from './extensions.ts';
import type { Figures } from './figures.ts';
import type { Folders } from './folders.ts';
import { grow, measureDesk } from './growth.ts';
import { measurePopups } from './popups.ts';
import type { Corpus } from './texts.ts';

/** Beyond so many a peer's index does not fit into a page's memory, or takes an hour to build. */
const PEER_MOST = 100_000;

/** What may be measured alone: keystrokes and adding in a tab, popups. */
export const PARTS = ['desk', 'popup', 'firefox'] as const;
export type PartName = (typeof PARTS)[number];

export interface Options {
  extension: string;
  corpus: Corpus;
  /** Sizes at which everything is measured, rising. */
  sizes: number[];
  rounds: number;
  withPeers: boolean;
  only: readonly PartName[];
  /** Hears each size as soon as it is measured. */
  onSize?: (size: number, figures: Record<string, Figures>) => void;
}

/** What was measured at each size, by contender. */
export type Report = Record<number, Record<string, Figures>>;

/** Ours and the peers in one browser, each in an extension of its own, growing together. */
export async function measureInChromium(folders: Folders, options: Options): Promise<Report> {
  const extensions = await makeAll(folders, options);
  const report: Report = {};
  let from = 0;
  for (const size of options.sizes) {
    const figures = folders.known(size) ?? (await prepare(folders, extensions, options, from, size));
    report[size] = figures;
    await inBrowser(folders.profile(size), extensions, size, async (chrome, contenders, leaveAlone) => {
      if (options.only.includes('desk')) {
        for (const one of contenders) {
          figures[one.name] = { ...figures[one.name], ...(await measureDesk(chrome, one, options.corpus, size)) };
        }
      }
      if (options.only.includes('popup')) await measurePopups(contenders, { ...options, size, leaveAlone }, figures);
    });
    options.onSize?.(size, figures);
    from = size;
  }
  return report;
}

/** A profile in which everybody has taken in so many texts, made of the one before; what that took is kept beside it. */
async function prepare(
  folders: Folders,
  extensions: Extensions,
  { corpus }: Options,
  from: number,
  size: number,
): Promise<Record<string, Figures>> {
  const figures: Record<string, Figures> = {};
  await inBrowser(folders.begin(size, from), extensions, size, async (chrome, contenders) => {
    for (const one of contenders) figures[one.name] = await grow(chrome, one, corpus, from, size);
  });
  folders.keep(size, figures);
  return figures;
}

type Extensions = [name: string, folder: string][];

async function makeAll(folders: Folders, { extension, withPeers }: Options): Promise<Extensions> {
  const modules = withPeers ? fetchPeers(folders.below('packages')) : null;
  if (withPeers && !modules) console.log('Without MiniSearch and SQLite: the packages could not be had.');
  const names: readonly PeerName[] = modules ? PEERS : ['floor'];
  const made: Extensions = [['ours', await copyOurs(extension, folders.below('ours'))]];
  for (const name of names) made.push([name, await makePeer(name, folders.below(name), modules)]);
  return made;
}

async function inBrowser(
  profile: string,
  extensions: Extensions,
  size: number,
  work: (chrome: ChromePerson, contenders: Contender[], leaveAlone: (isLeftAlone: boolean) => void) => Promise<void>,
): Promise<void> {
  const [[, ours = ''] = [], ...peers] = extensions;
  let isLeftAlone = false;
  const chrome = await openChrome({ extension: ours, profile, isLeftAlone: () => isLeftAlone });
  try {
    const taking = peers.filter(([name]) => name === 'floor' || size <= PEER_MOST);
    const contenders = [await enter(chrome.program, 'ours', chrome.installed)];
    for (const [name, folder] of taking) {
      contenders.push(await enter(chrome.program, name, await install(chrome.program, folder)));
    }
    await work(chrome, contenders, (isLeft) => {
      isLeftAlone = isLeft;
    });
  } finally {
    await chrome.close();
  }
}
