import type { Figures } from './figures.ts';
import type { Folders } from './folders.ts';
import { grow } from './growth.ts';
import { type Extensions, holding, inBrowser } from './in-browser.ts';
import type { Steps } from './steps.ts';
import type { Corpus } from './texts.ts';

/** On the way to a large collection it is kept so often: whoever is interrupted goes on from there. */
const STAGES = [250_000, 500_000, 750_000];

interface Preparing {
  folders: Folders;
  steps: Steps;
  extensions: Extensions;
  corpus: Corpus;
}

/**
 * Profiles of some sizes, rising, in which everybody has taken in so many texts, each made of the one before. What it took is what
 * the last stretch on the way took, which is the dearest. Gives whether all are there; a peer that could not take them in has no
 * figures from there on.
 */
export async function prepare(preparing: Preparing, sizes: number[]): Promise<boolean> {
  const { folders } = preparing;
  const last = sizes.at(-1) ?? 0;
  const stages = [...new Set([...sizes, ...STAGES.filter((stage) => stage < last)])].sort((a, b) => a - b);
  const toGo = stages.slice(stages.findLastIndex((stage) => folders.isThere(stage)) + 1);
  const missing = stages.filter((stage) => toGo.includes(stage) || (sizes.includes(stage) && !folders.isThere(stage)));
  for (const stage of missing) {
    const from = stages.filter((one) => one < stage && folders.isThere(one)).at(-1) ?? 0;
    if (!(await fill(preparing, from, stage))) return false;
    if (!sizes.includes(from)) folders.forget(from);
  }
  return true;
}

/** One after the other, each in a browser of its own, so that one that does not end keeps nobody else from it. */
async function fill({ folders, steps, extensions, corpus }: Preparing, from: number, to: number): Promise<boolean> {
  const figures: Record<string, Figures> = {};
  const profile = folders.begin(to, from);
  const [ours = ['', ''], ...peers] = whoStands(folders, extensions, from, to);
  for (const [name, folder] of [ours, ...peers]) {
    const some: Extensions = name === 'ours' ? [ours] : [ours, [name, folder]];
    const grown = await steps.run(`${to.toLocaleString('en')} prepare, ${name}`, (say, signal) =>
      inBrowser({ profile, signal }, some, async (chrome, contenders) => {
        const one = contenders.find((contender) => contender.name === name);
        if (one) figures[name] = await grow(chrome, one, corpus, { from, to, say });
      }).then(() => true),
    );
    if (!grown && name === 'ours') return false;
    if (!grown) delete figures[name];
    folders.measured.keep(to, 'prepare', figures);
  }
  folders.end(to);
  return true;
}

/** Who can hold so many texts, and took in those that were to be taken in before. */
export function whoStands(folders: Folders, extensions: Extensions, from: number, to: number): Extensions {
  const before = folders.measured.of(from, 'prepare')?.figures;
  return holding(extensions, to).filter(([name]) => name === 'ours' || !before || name in before);
}
