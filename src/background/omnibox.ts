import type { Suggested, Suggestion } from '../browser/omnibox.ts';
import { openPopup } from '../browser/panel.ts';
import { isIntentLeft, leaveIntent } from '../browser/session.ts';
import { goInView, tabInFront } from '../browser/tab-reach.ts';
import { getText } from '../browser/text.ts';
import { ownPage } from '../browser/version.ts';
import { sayFound } from '../domain/found-said.ts';
import { sourceOf } from '../domain/headline.ts';
import { isWebUrl } from '../domain/url.ts';
import type { Failure } from '../kit/result.ts';
import { withoutTurns } from '../kit/turns.ts';
import { plainWords } from '../search/asked/plain-words.ts';
import { find } from '../store/find.ts';
import type { Found } from '../store/found.ts';
import { quickAsked } from '../store/quick-asked.ts';
import { quickNames } from '../store/quick-names.ts';
import { readOne, type Shown } from '../store/read.ts';
import type { RecordKey } from '../store/rows.ts';
import { BESIDE_LIMIT } from '../wire/beside.ts';
import { describeHit, nameOf } from './describe-hit.ts';
import { withTextFragment } from './text-fragment.ts';
import type { World } from './world.ts';

const SUGGESTIONS = 6;
const KEY = / · ([^\s/]*)\/([^\s/]+)$/;
/** By then a panel that stands open has taken what it is handed. */
const TAKING_MS = 200;

/**
 * What was kept and shared that fits what is typed after our keyword, the first of what the popup finds for it; Enter goes to its page,
 * and to its card where it has none. What the popup says about them is said above: what was typed wrongly, that nothing has it, that it only comes near.
 */
export async function suggest({ store }: World, typed: string): Promise<Suggested> {
  // Asked for as many as the popup asks for: which come first may hang on how many are wanted.
  const answer = await find(store.relaxed, typed, { limit: BESIDE_LIMIT });
  const first = answer.hits.slice(0, SUGGESTIONS);
  const isOthers = first.some(({ record }) => !record.isMine);
  const [names, asked] = await Promise.all([
    isOthers ? quickNames(store.relaxed) : new Map<string, string>(),
    quickAsked(
      store.relaxed,
      first.map(({ record }) => record),
    ),
  ]);
  const taken = new Set([typed.trim()]);
  const says = typed.trim() === '' ? '' : sentencesOf(answer, plainWords(typed));
  const found = first.map((hit): Suggestion => {
    const { record } = hit;
    const key = ` · ${record.team}/${record.id}`;
    const address = addressOf(record);
    // What has the same content as another one, or as what was typed, browsers leave out.
    const content = address && !taken.has(address) ? address : `${address ?? nameOf(record)}${key}`;
    taken.add(content);
    const author = record.isMine ? '' : (names.get(record.author) ?? '');
    return { content, description: describeHit(hit, author, asked.get(`${record.team} ${record.id}`)) };
  });
  return { found, ...(says ? { says } : {}) };
}

/** Goes where a suggestion leads; words that were not chosen from lead to what fits them best. */
export async function choose(world: World, content: string): Promise<void> {
  const address = content.replace(KEY, '');
  if (isWebUrl(address)) return goInView(address);
  const key = await keyIn(world, content);
  if (key) return showCard(key);
  const [best] = (await suggest(world, content)).found;
  const bestAddress = best?.content.replace(KEY, '') ?? '';
  if (isWebUrl(bestAddress)) return goInView(bestAddress);
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
  const word = await leaveIntent(front.windowId, { intent: 'record', team, id, note: false });
  await new Promise((resolve) => setTimeout(resolve, TAKING_MS));
  if ((await isIntentLeft(word)) && !(await openPopup())) await goInView(ownPage('sidebar.html'));
}

function addressOf(record: Shown): string | null {
  const { href } = sourceOf(record);
  const quote = record.kind === 'lesson' || record.kind === 'question' ? record.body.quote : undefined;
  return isWebUrl(href) ? withTextFragment(href, quote) : null;
}

function sentencesOf(found: Found, words: string): string {
  const { problem, isPartial } = found;
  const said = sayFound(found, words);
  return [
    problem ? sentenceOf(problem) : '',
    isPartial ? getText('searchPartial') : '',
    said ? getText(said.key, said.words ?? '') : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const sentenceOf = ({ code, detail }: Failure): string =>
  getText(`failure_${code.replaceAll('-', '_')}`, withoutTurns(detail ?? code));
