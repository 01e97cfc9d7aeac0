import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { viewOf } from '../../../src/dev/browsers/chrome-view.ts';
import type { View } from '../../../src/dev/browsers/person.ts';
import type { Contender } from './cold.ts';
import type { Figures } from './figures.ts';
import { note, round } from './figures.ts';
import { loadOurs, measureOurs, type Stretch, sample } from './ours.ts';
import type { InPeer } from './peers/page.ts';
import type { Say } from './steps.ts';
import type { Corpus, Text } from './texts.ts';
import { typedFor } from './typed.ts';

declare const peer: InPeer;

const PEER_CHUNK = 2_000;
/** Once in so many texts it is said how many are in. */
const TOLD = 20_000;
const PEER_QUERIES = 50;
const PEER_ADDED = 5;

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

/** A contender takes in the texts it has not yet. */
export function grow(
  chrome: ChromePerson,
  contender: Contender,
  corpus: Corpus,
  { from, to, say }: Stretch,
): Promise<Figures> {
  if (contender.name === 'ours') {
    return atDesk(chrome, contender, 'bench', (desk) => loadOurs(desk, corpus, { from, to, say }));
  }
  return atDesk(chrome, contender, 'peer', async (desk) => {
    let ms = 0;
    for (let at = from; at < to; at += PEER_CHUNK) {
      ms += await desk.read((texts) => peer.load(texts), corpus.slice(at, Math.min(to, at + PEER_CHUNK)));
      if ((at - from) % TOLD === 0) say(`${Math.min(to, at + PEER_CHUNK).toLocaleString('en')} are in`);
    }
    say('all are in; it makes them durable');
    ms += await desk.read(() => peer.finish());
    await desk.read(() => peer.close());
    return { 'import with index, items/s': Math.round((1000 * (to - from)) / ms) };
  });
}

/** What a page that is open for long feels of it: keystrokes, adding. */
export function measureDesk(
  chrome: ChromePerson,
  contender: Contender,
  corpus: Corpus,
  size: number,
  say: Say,
): Promise<Figures> {
  if (contender.name === 'ours') {
    return atDesk(chrome, contender, 'bench', (desk) => measureOurs(desk, corpus, size, say));
  }
  return atDesk(chrome, contender, 'peer', (desk) => measurePeer(desk, corpus, size, say));
}

async function measurePeer(desk: View, corpus: Corpus, size: number, say: Say): Promise<Figures> {
  const figures: Figures = {};
  for (const [sort, queries] of Object.entries(typedFor(sample(corpus, size), PEER_QUERIES))) {
    const found = await desk.read((some) => peer.find(some), queries);
    note(
      figures,
      `find ${sort}, ms`,
      found.map((one) => one.ms),
    );
    figures[`find ${sort}, answered`] = round(found.filter(({ total }) => total > 0).length / found.length);
    say(`asked for ${sort}`);
  }
  const first = 10_000_000 + Date.now();
  const more = corpus.slice(0, PEER_ADDED).map((text, i): Text => ({ ...text, id: first + i }));
  note(figures, 'durable add, ms', await desk.read((texts) => peer.add(texts), more));
  await desk.read(() => peer.close());
  return figures;
}
