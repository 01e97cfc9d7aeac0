import type { Figures } from './figures.ts';
import type { Folders } from './folders.ts';
import { grow } from './growth.ts';
import { type Extensions, inBrowser } from './in-browser.ts';
import type { Corpus } from './texts.ts';

/** On the way to a large collection it is kept so often: whoever is interrupted goes on from there. */
const STAGES = [250_000, 500_000, 750_000];

/**
 * Profiles of some sizes, rising, in which everybody has taken in so many texts, each made of the one before. What it took is what
 * the last stretch on the way took, which is the dearest.
 */
export async function prepare(
  folders: Folders,
  extensions: Extensions,
  corpus: Corpus,
  sizes: number[],
): Promise<void> {
  const last = sizes.at(-1) ?? 0;
  const stages = [...new Set([...sizes, ...STAGES.filter((stage) => stage < last)])].sort((a, b) => a - b);
  const toGo = stages.slice(stages.findLastIndex((stage) => folders.isThere(stage)) + 1);
  const missing = stages.filter((stage) => toGo.includes(stage) || (sizes.includes(stage) && !folders.isThere(stage)));
  for (const stage of missing) {
    const from = stages.filter((one) => one < stage && folders.isThere(one)).at(-1) ?? 0;
    const figures: Record<string, Figures> = {};
    await inBrowser(folders.begin(stage, from), extensions, stage, async (chrome, contenders) => {
      for (const one of contenders) figures[one.name] = await grow(chrome, one, corpus, from, stage);
    });
    folders.end(stage);
    folders.measured.keep(stage, 'prepare', figures);
    console.log(`${stage.toLocaleString('en')} items are in, ${JSON.stringify(figures)}`);
    if (!sizes.includes(from)) folders.forget(from);
  }
}
