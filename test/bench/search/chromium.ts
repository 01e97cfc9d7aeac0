import { copyOurs, fetchPeers, makePeer, PEERS, type PeerName } from './extensions.ts';
import type { Figures } from './figures.ts';
import type { Folders } from './folders.ts';
import { measureDesk } from './growth.ts';
import { type Extensions, inBrowser } from './in-browser.ts';
import type { PartName } from './parts.ts';
import { measurePopups } from './popups.ts';
import { prepare } from './prepare.ts';
import type { Corpus } from './texts.ts';

export interface Options {
  extension: string;
  corpus: Corpus;
  /** Sizes at which everything is measured, rising. */
  sizes: number[];
  rounds: number;
  withPeers: boolean;
  only: readonly PartName[];
}

/** Ours and the peers in one browser, each in an extension of its own, growing together. What is measured is kept at once. */
export async function measureInChromium(folders: Folders, options: Options): Promise<void> {
  const { sizes, corpus, only } = options;
  const extensions = await makeAll(folders, options);
  await prepare(folders, extensions, corpus, sizes);
  for (const size of sizes) {
    if (!only.includes('desk') && !only.includes('popup')) continue;
    await inBrowser(folders.profile(size), extensions, size, async (chrome, contenders, leaveAlone) => {
      if (only.includes('desk')) {
        const figures: Record<string, Figures> = {};
        for (const one of contenders) figures[one.name] = await measureDesk(chrome, one, corpus, size);
        folders.measured.keep(size, 'desk', figures);
      }
      if (only.includes('popup')) {
        folders.measured.keep(size, 'popup', await measurePopups(contenders, { ...options, size, leaveAlone }));
      }
    });
  }
}

async function makeAll(folders: Folders, { extension, withPeers }: Options): Promise<Extensions> {
  const modules = withPeers ? fetchPeers(folders.below('packages')) : null;
  if (withPeers && !modules) console.log('Without MiniSearch and SQLite: the packages could not be had.');
  const names: readonly PeerName[] = modules ? PEERS : ['floor'];
  const made: Extensions = [['ours', await copyOurs(extension, folders.below('ours'))]];
  for (const name of names) made.push([name, await makePeer(name, folders.below(name), modules)]);
  return made;
}
