import browser from 'webextension-polyfill';
import { INTENTS } from '../wire/intent-key.ts';
import type { Intent, Left } from '../wire/session.ts';

/** So long a page of ours may take to come. What nobody took by then would be answered where nobody asks any more. */
const LIVES_MS = 60_000;

/** Whether it holds somebody's text, which stands nowhere else: that waits until it is taken. Of a record or a notice nothing is lost. */
export const isText = ({ intent }: Left): boolean => !['record', 'notice'].includes(intent.intent);

/** Whether both hold one text, as who tries again leaves it: the question about a passage has another id each time. */
export const isSameText = (one: Intent, other: Intent): boolean =>
  one.intent === other.intent && textOf(one) === textOf(other);

function textOf(intent: Intent): string | undefined {
  if (intent.intent === 'not-kept') return intent.text;
  if (intent.intent === 'ask-words') return intent.words;
  // One that lies there may be of any shape.
  return intent.intent === 'ask' ? `${intent.draft?.href} ${intent.draft?.quote ?? ''}` : undefined;
}

export const readLeft = async (): Promise<Left[]> => toLeft(await browser.storage.session.get(INTENTS));

/** What lies there is as others left it: here only what it is about is asked of it, in full by who takes it. */
const toLeft = ({ [INTENTS]: left }: Record<string, unknown>): Left[] =>
  Array.isArray(left) ? left.filter(isWord) : [];

const isWord = (one: Partial<Left> | null): boolean => typeof one?.intent?.intent === 'string';

/** One change after the other. Each takes away what nobody came for. */
export const changeLeft = (next: (left: Left[]) => Left[] | Promise<Left[]>): Promise<void> =>
  navigator.locks.request('sidelight-intent', async () => {
    const left = (await readLeft()).filter((one) => isText(one) || Date.now() - one.at < LIVES_MS);
    await browser.storage.session.set({ [INTENTS]: await next(left) });
  });

/** Hears that word was left, for a page that is open already; it then takes it. Returns how to stop. */
export function onLeft(listener: () => void): () => void {
  const hear = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string): void => {
    const { oldValue, newValue } = changes[INTENTS] ?? {};
    const before = toLeft({ [INTENTS]: oldValue }).map(({ id }) => id);
    if (area === 'session' && toLeft({ [INTENTS]: newValue }).some(({ id }) => !before.includes(id))) listener();
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}
