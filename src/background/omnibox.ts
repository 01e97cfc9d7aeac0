import type { Suggested, Suggestion } from '../browser/omnibox.ts';
import { openPopup } from '../browser/panel.ts';
import { isIntentLeft, leaveIntent } from '../browser/session.ts';
import { goInView, tabInFront } from '../browser/tab-reach.ts';
import { getText } from '../browser/text.ts';
import { ownPage } from '../browser/version.ts';
import { isWebUrl, siteOf } from '../domain/url.ts';
import { cutBefore } from '../kit/graphemes.ts';
import type { Failure } from '../kit/result.ts';
import { find } from '../store/find.ts';
import { readOne, type Shown } from '../store/read.ts';
import type { RecordKey } from '../store/rows.ts';
import { withTextFragment } from './text-fragment.ts';
import type { World } from './world.ts';

const SUGGESTIONS = 6;
const DESCRIPTION_MAX = 140;
/** Of what has no address the beginning is its name there, and its key tells it from others. */
const NAME_MAX = 40;
const KEY = / · ([^\s/]*)\/([^\s/]+)$/;
/** By then a panel that stands open has taken what it is handed. */
const TAKING_MS = 200;

/**
 * What was kept and shared that fits what is typed after our keyword; Enter goes to its page, and to its card where it has none. What was
 * typed wrongly is said above.
 */
export async function suggest({ store }: World, typed: string): Promise<Suggested> {
  const { hits, problem } = await find(store.relaxed, typed, { limit: SUGGESTIONS });
  const found = hits.map(({ record }): Suggestion => {
    const address = addressOf(record);
    const name = cut(saidBy(record), address === null ? NAME_MAX : DESCRIPTION_MAX);
    if (address === null) {
      const description = cut(saidBy(record), DESCRIPTION_MAX);
      return { content: `${name} · ${record.team}/${record.id}`, description };
    }
    return { content: address, description: [name, siteOf(address)].filter(Boolean).join(' · ') };
  });
  return { found, ...(problem ? { says: sentenceOf(problem) } : {}) };
}

/** Goes where a suggestion leads; words that were not chosen from lead to what fits them best. */
export async function choose(world: World, content: string): Promise<void> {
  if (isWebUrl(content)) return goInView(content);
  const key = await keyIn(world, content);
  if (key) return showCard(key);
  const [best] = (await suggest(world, content)).found;
  if (best && isWebUrl(best.content)) return goInView(best.content);
  const bestKey = best && (await keyIn(world, best.content));
  if (bestKey) await showCard(bestKey);
}

/** The record that a suggestion without an address stands for; null for words. */
async function keyIn({ store }: World, content: string): Promise<RecordKey | null> {
  const [, team = '', id = ''] = KEY.exec(content) ?? [];
  return id !== '' && (await readOne(store.relaxed, [team, id])) ? [team, id] : null;
}

/** In the panel where it stands open, else in the popup, else in a page of ours. */
async function showCard([team, id]: RecordKey): Promise<void> {
  const front = await tabInFront();
  if (!front) return;
  await leaveIntent(front.windowId, { intent: 'record', team, id, note: false });
  await new Promise((resolve) => setTimeout(resolve, TAKING_MS));
  if ((await isIntentLeft()) && !(await openPopup())) await goInView(ownPage('sidebar.html'));
}

function addressOf(record: Shown): string | null {
  if (record.kind !== 'lesson' && record.kind !== 'question') return null;
  const { target, quote } = record.body;
  const href = target?.href ?? (record.kind === 'lesson' ? record.body.link : undefined) ?? '';
  return isWebUrl(href) ? withTextFragment(href, quote) : null;
}

/** The first that it says, in the order of its row. */
function saidBy(record: Shown): string {
  const { note, text, quote, title } = record.body as { note?: string; text?: string; quote?: string; title?: string };
  return [note, text, quote, title].find((one) => one !== undefined && one.trim() !== '') ?? '';
}

/** On one line, and no character cut in two. */
function cut(words: string, length: number): string {
  const line = words
    .trimStart()
    .slice(0, 10 * length)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, cutBefore(line, length - 1)).trimEnd()}…` : line;
}

const sentenceOf = ({ code, detail }: Failure): string =>
  getText(`failure_${code.replaceAll('-', '_')}`, detail ?? code);
