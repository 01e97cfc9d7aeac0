/**
 * What the page layer needs of the browser, by the browser's own promise API: the polyfill is 10 kB and would sit in
 * every page. Once the extension was updated or removed, `runtime.id` is gone and every call throws; {@link isAlive}
 * says so beforehand.
 */
import { fail } from '../kit/result.ts';
import type { Gives, MessageName, Takes, Tell } from '../wire/talk.ts';

const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;

/** Whether the extension that put this script here is still the one that runs. */
export function isAlive(): boolean {
  try {
    return Boolean(api.runtime?.id);
  } catch {
    return false;
  }
}

/** A message in the browser's language; '' once the extension is gone. */
export const pageText = (key: string): string => (isAlive() ? api.i18n.getMessage(key) : '');

/** Whether the person reads from right to left. */
export const isRightToLeft = (): boolean => isAlive() && api.i18n.getMessage('@@bidi_dir') === 'rtl';

const TRY_MS = 1_500;
const PAUSES_MS = [0, 50, 200, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * Says something to the background until it is answered: a worker that is stopped in the middle never answers, so each
 * try has a limit and the next one wakes it again. Only for messages that may be said twice. Fails with `reloaded` when
 * the extension is gone, with `no-answer` after about a quarter of a minute of silence.
 */
export async function askUntilAnswered<N extends MessageName>(say: N, takes: Takes<N>): Promise<Gives<N>> {
  for (const pauseMs of PAUSES_MS) {
    if (pauseMs > 0) await rest(pauseMs);
    if (!isAlive()) return fail('reloaded') as Gives<N>;
    const answer = await tryOnce({ say, takes });
    if (answer !== undefined) return answer as Gives<N>;
  }
  return fail('no-answer') as Gives<N>;
}

/** Says something once, answer or none. For what is of no use later. */
export async function askOnce<N extends MessageName>(say: N, takes: Takes<N>): Promise<Gives<N>> {
  if (!isAlive()) return fail('reloaded') as Gives<N>;
  return ((await tryOnce({ say, takes })) ?? fail('no-answer')) as Gives<N>;
}

/** Undefined for silence, whatever its reason: a stopped worker, a closed port, the limit. */
async function tryOnce(envelope: { say: MessageName; takes: unknown }): Promise<unknown> {
  try {
    return await Promise.race([api.runtime.sendMessage(envelope), rest(TRY_MS)]);
  } catch {
    return undefined;
  }
}

const rest = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms, undefined));

/** Hears what the background tells this tab. Returns how to stop. */
export function onTell(listener: (tell: Tell) => void): () => void {
  const hear = (said: unknown): void => {
    if (typeof said === 'object' && said !== null && 'tell' in said) listener(said as Tell);
  };
  api.runtime.onMessage.addListener(hear);
  return () => {
    if (isAlive()) api.runtime.onMessage.removeListener(hear);
  };
}
