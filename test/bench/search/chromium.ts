import { copyOurs, fetchPeers, makePeer, PEERS, type PeerName } from './extensions.ts';
import type { Figures } from './figures.ts';
import type { Folders } from './folders.ts';
import { measureDesk } from './growth.ts';
import { type Extensions, inBrowser } from './in-browser.ts';
import type { PartName } from './parts.ts';
import { measurePopups } from './popups.ts';
import { prepare, whoStands } from './prepare.ts';
import { measureRestarted } from './restarted.ts';
import type { Steps } from './steps.ts';
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

/** Ours and the peers, each in an extension of its own, growing together. What is measured is kept at once. */
export async function measureInChromium(folders: Folders, steps: Steps, options: Options): Promise<void> {
  const { sizes, corpus, only } = options;
  const extensions = await steps.run('extensions', () => makeAll(folders, options));
  if (!extensions || !(await prepare({ folders, steps, extensions, corpus }, sizes))) return;
  for (const size of sizes) {
    const standing = whoStands(folders, extensions, size, size);
    if (only.includes('desk')) await measureDesks(folders, steps, standing, options, size);
    if (only.includes('popup')) await measureAllPopups(folders, steps, standing, options, size);
  }
}

/** Each in a browser of its own: what one holds in memory is nothing to the next. */
async function measureDesks(
  folders: Folders,
  steps: Steps,
  extensions: Extensions,
  { corpus }: Options,
  size: number,
): Promise<void> {
  const figures: Record<string, Figures> = {};
  const [ours = ['', ''], ...peers] = extensions;
  for (const [name, folder] of [ours, ...peers]) {
    const some: Extensions = name === 'ours' ? [ours] : [ours, [name, folder]];
    await steps.run(`${size.toLocaleString('en')} desk, ${name}`, (say, signal) =>
      inBrowser({ profile: folders.profile(size), signal }, some, async (chrome, contenders) => {
        const one = contenders.find((contender) => contender.name === name);
        if (one) figures[name] = await measureDesk(chrome, one, corpus, size, say);
      }),
    );
    folders.measured.keep(size, 'desk', figures);
  }
}

/** All in one browser, in turn; then ours and the floor in a browser that is started anew for each two. */
async function measureAllPopups(
  folders: Folders,
  steps: Steps,
  extensions: Extensions,
  options: Options,
  size: number,
): Promise<void> {
  const profile = folders.profile(size);
  const inOne = await steps.run(`${size.toLocaleString('en')} popup`, async (_, signal) => {
    let figures: Record<string, Figures> = {};
    await inBrowser({ profile, signal }, extensions, async (_, contenders, leaveAlone) => {
      figures = await measurePopups(contenders, { ...options, size, leaveAlone });
    });
    folders.measured.keep(size, 'popup', figures);
    return figures;
  });
  const restarted = await steps.run(`${size.toLocaleString('en')} popup, browser restarted`, (_, signal) =>
    measureRestarted({ profile, signal }, extensions, { ...options, size }),
  );
  const names = new Set([...Object.keys(inOne ?? {}), ...Object.keys(restarted ?? {})]);
  const both = [...names].map((name) => [name, { ...inOne?.[name], ...restarted?.[name] }]);
  folders.measured.keep(size, 'popup', Object.fromEntries(both));
}

async function makeAll(folders: Folders, { extension, withPeers }: Options): Promise<Extensions> {
  const modules = withPeers ? fetchPeers(folders.below('packages')) : null;
  if (withPeers && !modules) console.log('Without MiniSearch and SQLite: the packages could not be had.');
  const names: readonly PeerName[] = modules ? PEERS : ['floor'];
  const made: Extensions = [['ours', await copyOurs(extension, folders.below('ours'))]];
  for (const name of names) made.push([name, await makePeer(name, folders.below(name), modules)]);
  return made;
}
