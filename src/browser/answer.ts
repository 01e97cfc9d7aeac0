import browser from 'webextension-polyfill';
import { fail, type Result } from '../kit/result.ts';
import type { Message, Speaker } from '../wire/message.ts';
import { messages } from '../wire/messages.ts';
import type { Handlers, SaidBy } from '../wire/talk.ts';

/** What the browser tells of who said something. */
export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; windowId?: number; url?: string };
}

/**
 * The background's ear. Call it in the first turn of the background, or the message that woke it is lost. A handler is
 * called in the same turn as the message arrives, so that what needs a person's gesture still has it.
 */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((said: unknown, sender: Sender) => hear(handlers, said, sender));
}

/** Undefined for what is not for us; `not-allowed` and `not-valid` for what should not have been said. */
export function hear(handlers: Handlers, said: unknown, sender: Sender): Promise<Result<unknown>> | undefined {
  const name = nameOf(said);
  if (name === undefined) return undefined;
  const message: Message = messages[name];
  if (!maySay(message.by, sender)) return Promise.resolve(fail('not-allowed'));
  const takes = message.takes.safeParse((said as { takes?: unknown }).takes);
  if (!takes.success) return Promise.resolve(fail('not-valid'));
  const handler = handlers[name] as (takes: unknown, by: SaidBy) => Promise<Result<unknown>>;
  return handler(takes.data, saidBy(sender));
}

function nameOf(said: unknown): keyof typeof messages | undefined {
  if (typeof said !== 'object' || said === null || !('say' in said)) return undefined;
  const { say } = said;
  return typeof say === 'string' && Object.hasOwn(messages, say) ? (say as keyof typeof messages) : undefined;
}

/**
 * Who may say it, by what the browser says about the sender. Our pages: our own origin, and not framed in another page
 * (a frame has a frameId above 0). The page layer: a tab, and a document that is not ours.
 */
function maySay(by: Speaker, sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const isOurs = originOf(sender) === originIn(browser.runtime.getURL(''));
  if (by === 'pages') return isOurs && (sender.frameId ?? 0) === 0;
  return !isOurs && sender.tab?.id !== undefined;
}

/** Newer browsers tell the origin; before that it is the address's. */
function originOf(sender: Sender): string | undefined {
  if (sender.origin !== undefined) return sender.origin;
  return sender.url === undefined ? undefined : originIn(sender.url);
}

/** By hand, since `URL.origin` need not know the schemes of extensions: it may be 'null', which sandboxed frames have. */
function originIn(url: string): string | undefined {
  return /^[\w-]+:\/\/[^/]*/.exec(url)?.[0];
}

function saidBy(sender: Sender): SaidBy {
  return {
    tabId: sender.tab?.id,
    windowId: sender.tab?.windowId,
    frameId: sender.frameId,
    url: sender.url,
    tabUrl: sender.tab?.url,
    origin: originOf(sender),
  };
}
