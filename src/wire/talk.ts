/** Types of the conversation, apart from the schemas, so that the page layer imports no schema library. */
import type { Message } from './message.ts';
import type { messages } from './messages.ts';

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Takes<N extends MessageName> = Messages[N] extends Message<infer _By, infer T, infer _G> ? T : never;
export type Gives<N extends MessageName> = Messages[N] extends Message<infer _By, infer _T, infer G> ? G : never;

/** Who said it, as the browser tells it; nothing in a message can claim otherwise. */
export interface SaidBy {
  tabId?: number;
  windowId?: number;
  frameId?: number;
  /** The frame's document as the browser knows it; it may not follow where an application moves on to. */
  url?: string;
  /** What the tab shows in its address bar, where we may know. */
  tabUrl?: string;
  origin?: string;
}

/** One handler for each message: a missing one does not compile. */
export type Handlers = { [N in MessageName]: (takes: Takes<N>, by: SaidBy) => Promise<Gives<N>> };

/** What goes over the port. */
export interface Envelope<N extends MessageName = MessageName> {
  say: N;
  takes: Takes<N>;
}

/** What the background tells the page layer of a tab, unasked. */
export type Tell =
  /** Records or settings changed: ask for the marks again. */
  | { tell: 'refresh' }
  /** Scroll to a passage and show it for a moment. */
  | { tell: 'show'; team: string; id: string }
  /** A newer page layer has taken over, or this site was switched off: remove what you show and rest. */
  | { tell: 'rest' }
  /** Only to a page of our own, which keeps by itself what is selected in it. */
  | { tell: 'keep' };
