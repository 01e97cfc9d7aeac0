import browser, { type Runtime } from 'webextension-polyfill';
import { fail, type Result } from '../kit/result.ts';
import type { Message, Speaker } from '../wire/message.ts';
import { messages } from '../wire/messages.ts';
import type { Handlers, SaidBy } from '../wire/talk.ts';

/**
 * The background's ear. Call it in the first turn of the background, or the message that woke it is lost. A handler is
 * called in the same turn as the message arrives, so that what needs a person's gesture still has it.
 */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((said: unknown, sender: Runtime.MessageSender) => hear(handlers, said, sender));
}

/** Undefined for what is not for us; `not-allowed` and `not-valid` for what should not have been said. */
export function hear(
  handlers: Handlers,
  said: unknown,
  sender: Runtime.MessageSender,
): Promise<Result<unknown>> | undefined {
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
function maySay(by: Speaker, sender: Runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const isOurs = originOf(sender) === new URL(browser.runtime.getURL('')).origin;
  if (by === 'pages') return isOurs && (sender.frameId ?? 0) === 0;
  return !isOurs && sender.tab?.id !== undefined;
}

/** Newer browsers tell the origin; before that it is the address's. */
function originOf(sender: Runtime.MessageSender): string | undefined {
  const { origin } = sender as { origin?: string };
  if (origin !== undefined) return origin;
  return sender.url !== undefined && URL.canParse(sender.url) ? new URL(sender.url).origin : undefined;
}

function saidBy(sender: Runtime.MessageSender): SaidBy {
  return {
    tabId: sender.tab?.id,
    windowId: sender.tab?.windowId,
    frameId: sender.frameId,
    url: sender.url,
    origin: originOf(sender),
  };
}
