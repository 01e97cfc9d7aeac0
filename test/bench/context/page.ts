import { giveWay } from '../../../src/anchor/slices.ts';
import { readPage } from '../../../src/capture/read.ts';
import { readBlocks } from '../../../src/capture/reading/blocks.ts';
import { chooseText } from '../../../src/capture/reading/choose.ts';

/** What the bench does inside a page: reading as the product reads, and as Readability does where it is there. */
export interface InPage {
  /** The main text of a document that is given as HTML. */
  read(html: string): string;
  readability(html: string): string;
  /** How long the page in view takes to be read, and the longest task in it, in ms. */
  time(): Promise<{ totalMs: number; longestMs: number; characters: number }>;
  timeReadability(): { totalMs: number; characters: number };
}

declare const Readability: new (document: Document) => { parse(): { title?: string; textContent?: string } | null };

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

const bench: InPage = {
  read(html) {
    const work = readBlocks(parse(html).documentElement, { isOver: false });
    for (let step = work.next(); ; step = work.next()) {
      if (step.done)
        return chooseText(step.value)
          .map(({ text }) => text)
          .join('\n');
    }
  },
  readability: (html) => new Readability(parse(html)).parse()?.textContent ?? '',
  async time() {
    const tasks = watchTasks();
    const text = await readPage();
    return { ...(await tasks.end()), characters: text?.body.length ?? 0 };
  },
  timeReadability() {
    const copy = document.cloneNode(true) as Document;
    const from = performance.now();
    const characters = new Readability(copy).parse()?.textContent?.length ?? 0;
    return { totalMs: performance.now() - from, characters };
  },
};

/** What each turn of ours took, by the gaps between the turns that are given to others. */
function watchTasks() {
  const from = performance.now();
  const turns: number[] = [];
  let begun = from;
  let isOver = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    turns.push(performance.now() - begun);
    begun = performance.now();
    if (!isOver) port2.postMessage(0);
  };
  port2.postMessage(0);
  return {
    async end() {
      const totalMs = performance.now() - from;
      turns.push(performance.now() - begun);
      isOver = true;
      await giveWay();
      port1.close();
      return { totalMs, longestMs: Math.max(...turns) };
    },
  };
}

Object.assign(globalThis, { bench });
