import type { View } from '../../../src/dev/browsers/person.ts';
import { type Figures, note, round } from './figures.ts';
import type { InPage } from './page.ts';
import type { Say } from './steps.ts';
import type { Corpus } from './texts.ts';
import { typedFor } from './typed.ts';

declare const bench: InPage;

/** So many texts are handed over at once, and so many are one file. */
const CHUNK = 2_000;
const FILE = 10_000;
const QUERIES = 100;
const ADDED = 200;
const FIRST_ADDED = 10;

/** From which text to which, and who hears how far it is. */
export interface Stretch {
  from: number;
  to: number;
  say: Say;
}

/** Imports texts as a person does from a file, and tends the index after it, as the worker does. */
export async function loadOurs(desk: View, corpus: Corpus, { from, to, say }: Stretch): Promise<Figures> {
  await desk.read(() => bench.alone());
  let [importMs, tendMs, importLongest, tendLongest] = [0, 0, 0, 0];
  for (let at = from; at < to; at += FILE) {
    const end = Math.min(to, at + FILE);
    for (let i = at; i < end; i += CHUNK) {
      await desk.read((texts) => bench.hand(texts), corpus.slice(i, Math.min(end, i + CHUNK)));
    }
    await desk.read(() => bench.longest());
    importMs += await desk.read(() => bench.adopt());
    importLongest = Math.max(importLongest, await desk.read(() => bench.longest()));
    tendMs += await desk.read(() => bench.tend());
    tendLongest = Math.max(tendLongest, await desk.read(() => bench.longest()));
    say(`${end.toLocaleString('en')} are in`);
  }
  await desk.read(() => bench.settle());
  return {
    'import with index, items/s': Math.round((1000 * (to - from)) / importMs),
    'import with merging, items/s': Math.round((1000 * (to - from)) / (importMs + tendMs)),
    'import, longest task, ms': round(importLongest),
    'merging, longest task, ms': round(tendLongest),
  };
}

/** What a page of ours measures on its own database. */
export async function measureOurs(desk: View, corpus: Corpus, size: number, say: Say): Promise<Figures> {
  const figures: Figures = {};
  await desk.read(() => bench.alone());
  const { records, segments, indexBytes } = await desk.read(() => bench.size());
  Object.assign(figures, { 'index, bytes an item': round(indexBytes / records), segments });
  const asked = Object.entries(typedFor(sample(corpus, size), QUERIES));
  // Once over all of them first: what is measured is a keystroke, not the first one of a page.
  for (const [, queries] of asked) await desk.read((some) => bench.find(some), queries.slice(0, 5));
  for (const [sort, queries] of asked) {
    const found = await desk.read((some) => bench.find(some), queries);
    note(
      figures,
      `find ${sort}, ms`,
      found.map(({ ms }) => ms),
    );
    figures[`find ${sort}, answered`] = round(found.filter(({ total }) => total > 0).length / found.length);
    say(`asked for ${sort}`);
  }
  // The first few are the first of a page.
  await desk.read((count) => bench.keep(count), FIRST_ADDED);
  const added = await desk.read((count) => bench.keep(count), ADDED);
  note(figures, 'durable add, ms', added.kept);
  note(figures, 'one row alone, ms', added.alone);
  figures['rows alone, items/s'] = await desk.read(() => bench.floor());
  say('lessons are kept');
  const pages = Array.from({ length: 20 }, (_, i) => pageOf(corpus, i));
  const fitting = await desk.read((some) => bench.forPage(some), pages);
  note(
    figures,
    'page of 600 words, ms',
    fitting.map(({ ms }) => ms),
  );
  await desk.read(() => bench.settle());
  return figures;
}

/** A thousand texts from all over the corpus, to choose queries from. */
export function sample(corpus: Corpus, size: number) {
  const step = Math.max(1, Math.floor(size / 1000));
  return Array.from({ length: Math.min(1000, size) }, (_, i) => corpus.slice(i * step, i * step + 1)).flat();
}

/** A page of about 600 words, put together from texts that stand side by side. */
function pageOf(corpus: Corpus, i: number) {
  const texts = corpus.slice(i * 12, i * 12 + 12);
  return { title: texts[0]?.title ?? '', body: texts.map(({ body }) => body).join('\n') };
}
