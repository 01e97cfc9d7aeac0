import type { Candidate } from '../../../src/anchor/port.ts';
import type { Stretch } from './data.ts';

/** What the bench does inside a page: counts ink, and asks each candidate. Bundled on its own. */
export interface InPage {
  /** Takes over the candidate that a script has just set. */
  add(name: string): void;
  /** Selectors for each stretch, by candidate. */
  describe(stretches: Stretch[]): Promise<Record<string, unknown[]>>;
  /** Where each candidate finds its selectors. */
  anchor(selectors: Record<string, unknown[]>): Promise<Record<string, (Stretch | null)[]>>;
  /**
   * Milliseconds that one candidate takes for all of them at once, and the longest stretch without a pause. One that
   * cannot take them at once takes one after another, until its time is up: then it has not `done` them all.
   */
  time(name: string, selectors: unknown[]): Promise<Timed>;
  /** Puts so many copies of the page below it. */
  grow(copies: number): void;
  ink(): number;
}

export interface Timed {
  ms: number;
  longestMs: number;
  done: number;
  found: number;
}

declare global {
  var bench: InPage;
}

const BLANK = /[\s\u200b\u00ad\u2060\ufeff]/;
const UNSEEN = 'script,style,noscript,template,textarea,title';
const candidates = new Map<string, Candidate>();

/**
 * Every text that is seen, in order, with the ink before it. No more than that is kept: with an object for each unit of ink
 * (a million of them on a book) the engine copied ours while it tidied, in the midst of what was measured.
 */
const texts: Text[] = [];
const starts: number[] = [];
const indexOf = new Map<Node, number>();
let total = 0;
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const node = walk.currentNode;
  if (!(node instanceof Text) || node.parentElement?.closest(UNSEEN)) continue;
  indexOf.set(node, texts.length);
  texts.push(node);
  starts.push(total);
  total += inkIn(node.data);
}

function inkIn(text: string): number {
  let ink = 0;
  for (let i = 0; i < text.length; i++) if (!BLANK.test(text.charAt(i))) ink++;
  return ink;
}

/** The text and offset of a unit of ink. */
function pointAt(at: number): [Text, number] {
  let low = 0;
  for (let high = texts.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const node = texts[low];
  let before = at - (starts[low] ?? 0);
  for (let i = 0; node && i < node.length; i++) {
    if (!BLANK.test(node.data.charAt(i)) && before-- === 0) return [node, i];
  }
  throw new Error('This page has less text than the data says.');
}

function toRange([start, end]: Stretch): Range {
  const range = document.createRange();
  const [last, offset] = pointAt(end - 1);
  range.setStart(...pointAt(start));
  range.setEnd(last, offset + 1);
  return range;
}

function toStretch(range: Range | null): Stretch | null {
  if (!range) return null;
  const stretch: Stretch = [
    inkBefore(range.startContainer, range.startOffset),
    inkBefore(range.endContainer, range.endOffset),
  ];
  return stretch[1] > stretch[0] ? stretch : null;
}

function inkBefore(node: Node, offset: number): number {
  const before = starts[indexOf.get(node) ?? -1];
  if (before === undefined || !(node instanceof Text)) throw new Error('A range must end in text.');
  return before + inkIn(node.data.slice(0, offset));
}

const MOST_MS = 20_000;

async function anchorBy(candidate: Candidate | undefined, selectors: unknown[]): Promise<(Range | null)[]> {
  if (candidate?.anchorAll) return candidate.anchorAll(document.body, selectors);
  const ranges: (Range | null)[] = [];
  const until = performance.now() + MOST_MS;
  for (const one of selectors) {
    if (performance.now() > until) break;
    ranges.push((await candidate?.anchor(document.body, one)) ?? null);
  }
  return ranges;
}

globalThis.bench = {
  add(name) {
    if (globalThis.candidate) candidates.set(name, globalThis.candidate);
  },
  async describe(stretches) {
    const all: Record<string, unknown[]> = {};
    for (const [name, candidate] of candidates) {
      all[name] = [];
      for (const stretch of stretches) all[name].push(await candidate.describe(toRange(stretch), document.body));
    }
    return all;
  },
  async anchor(selectors) {
    const all: Record<string, (Stretch | null)[]> = {};
    for (const [name, list] of Object.entries(selectors)) {
      all[name] = [];
      for (const one of list) {
        const range = (await candidates.get(name)?.anchor(document.body, one)) ?? null;
        all[name].push(toStretch(range));
      }
    }
    return all;
  },
  async time(name, selectors) {
    const beats: number[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      beats.push(performance.now());
      port2.postMessage(0);
    };
    port2.postMessage(0);
    const from = performance.now();
    const ranges = await anchorBy(candidates.get(name), selectors);
    const ms = performance.now() - from;
    port1.close();
    const gaps = [...beats.filter((beat) => beat > from), from + ms].map((beat, i, all) => beat - (all[i - 1] ?? from));
    return { ms, longestMs: Math.max(...gaps), done: ranges.length, found: ranges.filter(Boolean).length };
  },
  grow(copies) {
    const children = Array.from(document.body.children);
    for (let i = 0; i < copies; i++) document.body.append(...children.map((child) => child.cloneNode(true)));
  },
  ink: () => total,
};
