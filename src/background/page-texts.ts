import { runWith } from '../browser/inject.ts';
import { originOf } from '../domain/url.ts';
import type { PageText } from '../wire/page-text.ts';
import type { World } from './world.ts';

const READ = 'capture/read.js';

type Reader = (origin: string) => Promise<PageText | null | false>;

/** What is sent into the page; it sees only what stands in it. */
const runRead = (origin: string) => (globalThis as { sidelight?: { read?: Reader } }).sidelight?.read?.(origin) ?? null;

interface Held {
  key: string;
  at: number;
  text: Promise<PageText | undefined>;
}

/** The last pages that were read, by tab, in this worker's memory alone: never stored, gone with the worker. */
const held = new WeakMap<World, Map<number, Held>>();
const HELD_MOST = 12;
/**
 * Some pages put other words in the place of theirs under the same address and title: then what was read holds no longer. It goes then,
 * also where the tab went on to where nothing of ours tells of it.
 */
const HOLDS_MS = 30_000;
/** A page that is stuck says nothing, and Firefox nothing of a document that lies frozen for whoever comes back: nobody waits for ever. */
const PATIENCE_MS = 10_000;

/**
 * The text of a tab's page, read once for each address and title while it holds. Undefined where the browser lets no extension in, or
 * not us, or where the tab has moved on to another site meanwhile. Whether it may be read is asked before.
 */
export function pageText(world: World, tabId: number, href: string, title: string): Promise<PageText | undefined> {
  const key = `${href}\n${title}`;
  const texts = held.get(world) ?? new Map<number, Held>();
  held.set(world, texts);
  const known = texts.get(tabId);
  const at = world.clock();
  if (known?.key === key && at - known.at < HOLDS_MS) return known.text;
  const over = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const text = Promise.race([runWith(tabId, READ, runRead, originOf(href)), over]).then((read) => {
    // Access may be given the next moment: what could not be read is tried again.
    if (!read && texts.get(tabId)?.text === text) texts.delete(tabId);
    return read || undefined;
  });
  texts.delete(tabId);
  texts.set(tabId, { key, at, text });
  setTimeout(() => texts.get(tabId)?.text === text && texts.delete(tabId), HOLDS_MS);
  for (const oldest of texts.keys()) {
    if (texts.size <= HELD_MOST) break;
    texts.delete(oldest);
  }
  return text;
}

/** Forgets what was read of a tab: another document is there, it moved on, nothing may be read there any more, or it was closed. */
export function forgetPageText(world: World, tabId: number): void {
  held.get(world)?.delete(tabId);
}
