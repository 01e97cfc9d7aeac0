import { openPopup } from '../browser/panel.ts';
import { isIntentLeft, leaveIntent } from '../browser/session.ts';
import { readPlace } from '../browser/short-content.ts';
import type { Suggested, Suggestion } from '../browser/suggestion.ts';
import { goWhere, tabInFront, type Where } from '../browser/tab-reach.ts';
import { getText } from '../browser/text.ts';
import { ownPage } from '../browser/version.ts';
import { canAsk, sayFound } from '../domain/found-said.ts';
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
import { BESIDE_LIMIT } from '../wire/beside.ts';
import type { Intent } from '../wire/session.ts';
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
 * Where there is nothing Enter asks it as a question, as the popup offers to.
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
  const words = plainWords(typed);
  const asks = first.length === 0 && canAsk(answer, words) ? words : '';
  const sentences = typed.trim() === '' ? '' : sentencesOf(answer, words);
  const says = asks ? `${sentences} ${getText('omniboxAsk')}` : sentences;
  const found = first.map((hit): Suggestion => {
    const { record } = hit;
    const key = ` · ${record.team}/${record.id}`;
    const address = addressOf(record);
    // What has the same content as another one, or as what was typed, browsers leave out.
    const content = address && !taken.has(address) ? address : `${address ?? nameOf(record)}${key}`;
    taken.add(content);
    const author = record.isMine ? '' : (names.get(record.author) ?? '');
    return { content, key, description: describeHit(hit, author, asked.get(`${record.team} ${record.id}`)) };
  });
  return { found, ...(says ? { says } : {}), ...(asks ? { asks } : {}) };
}

/** Goes where a suggestion leads; words that were not chosen from lead to what fits them best, and are asked where nothing does. */
export async function choose(world: World, content: string, where: Where = 'currentTab'): Promise<void> {
  // Before anything else: an address that was typed is one still with a place behind it, and leads nowhere.
  const place = readPlace(content);
  const placed = place && (await suggest(world, place.words)).found[place.at];
  if (await goAlong(world, placed?.content ?? content, where)) return;
  const { found, asks } = await suggest(world, content);
  if (asks) await show({ intent: 'ask-words', words: asks }, where);
  else if (found[0]) await goAlong(world, found[0].content, where);
}

/** False for words. What names a record is that, though what is said of it may read as an address, or as the beginning of one. */
async function goAlong({ store }: World, content: string, where: Where): Promise<boolean> {
  const given = content.replace(KEY, '');
  const [, team = '', id = ''] = KEY.exec(content) ?? [];
  const record = id === '' ? undefined : await readOne(store.relaxed, [team, id]);
  const address = record ? addressOf(record) : isWebUrl(given) && given;
  if (address) await goWhere(address, where);
  else if (record) await show({ intent: 'record', team, id, note: false }, where);
  return Boolean(address || record);
}

/** In the panel where it stands open, else in the popup, else in a page of ours. Neither of the first takes the place of a page, so that no other tab is needed. */
async function show(intent: Intent, where: Where): Promise<void> {
  const front = await tabInFront();
  if (!front) return;
  const word = await leaveIntent(front.windowId, intent);
  await new Promise((resolve) => setTimeout(resolve, TAKING_MS));
  if ((await isIntentLeft(word)) && !(await openPopup())) await goWhere(ownPage('sidebar.html'), where);
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
