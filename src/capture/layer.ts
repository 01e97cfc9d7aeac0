import type { PageMarks } from '../wire/messages.ts';
import type { PageText } from '../wire/page-text.ts';
import type { Described } from './describe-soon.ts';
import type { Passage } from './passage.ts';

export type What = 'lesson' | 'question';

/**
 * How a gesture reached us. A key does nothing in a field; a button of ours (popup, panel) was not pressed there. The menu
 * item on a selection means that selection only, the one on a page the page only, the one on an image that image.
 */
export type Gesture = 'key' | 'button' | 'selection' | 'page' | 'image';

/** What came of a gesture in the page. The background acts on those that the page cannot settle alone. */
export type Outcome = 'kept' | 'asked' | 'asked-first' | 'left-alone' | 'no-selection' | 'no-image' | 'failed';

/** Draws marks, and takes them away. */
export interface Painter {
  paint(page: PageMarks): void;
  show(team: string, id: string): void;
  rest(): void;
}

/** What is always there where we have host access. */
export interface Resident {
  refresh(): void;
  rest(): void;
}

/** What our scripts in one page know of each other. It stands on our own world's global: the page has another one. */
export interface PageLayer {
  /** The site looks private: what comes with the page by itself does not begin. */
  staysAway?: boolean;
  resident?: Resident;
  painter?: Painter;
  /** Describes a passage; of the script that came first, since that one has read the page already. */
  describe?: (passage: Passage, withinMs: number) => Described;
  /** `asksFirst`: the site looks private. `image`: the address of the image that is meant. */
  capture?: (what: What, gesture: Gesture, asksFirst: boolean, image?: string) => Promise<Outcome>;
  /** Asked for by a gesture before the file that captures was there; `at` in ms of this page's time. */
  asked?: { id: string; by: Parameters<NonNullable<PageLayer['capture']>>; at: number };
  /** What was begun for that gesture. */
  begun?: { id: string; outcome: Promise<Outcome> };
  say?: (key: string, id: string) => true;
  /** Reads the page for matching, if it is still one of this origin; false where it was left meanwhile. */
  read?: (origin: string) => Promise<PageText | null | false>;
  /** Has the bar come at selections, or no longer. */
  bar?: (isOn: boolean) => true;
}

const world = globalThis as typeof globalThis & { sidelight?: PageLayer };

/** This page's one layer; the first script to come makes it. */
export function joinLayer(): PageLayer {
  world.sidelight ??= {};
  return world.sidelight;
}
