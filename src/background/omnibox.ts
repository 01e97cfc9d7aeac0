import type { Suggestion } from '../browser/omnibox.ts';
import { goInView } from '../browser/tab-reach.ts';
import { isWebUrl, siteOf } from '../domain/url.ts';
import { find } from '../store/find.ts';
import type { Shown } from '../store/read.ts';
import { withTextFragment } from './text-fragment.ts';
import type { World } from './world.ts';

const SUGGESTIONS = 6;
const DESCRIPTION_MAX = 140;

/** What was kept and shared that fits what is typed after our keyword; Enter goes to its page. */
export async function suggest({ store }: World, typed: string): Promise<Suggestion[]> {
  const { hits } = await find(store.relaxed, typed, { limit: SUGGESTIONS });
  return hits.flatMap(({ record }) => {
    const content = addressOf(record);
    return content === null ? [] : [{ content, description: describe(record) }];
  });
}

/** Goes where a suggestion leads; words that were not chosen from lead to what fits them best. */
export async function choose(world: World, content: string): Promise<void> {
  const [best] = isWebUrl(content) ? [] : await suggest(world, content);
  const url = best?.content ?? content;
  if (isWebUrl(url)) await goInView(url);
}

function addressOf(record: Shown): string | null {
  if (record.kind !== 'lesson' && record.kind !== 'question') return null;
  const { target, quote } = record.body;
  const href = target?.href ?? (record.kind === 'lesson' ? record.body.link : undefined) ?? '';
  return isWebUrl(href) ? withTextFragment(href, quote) : null;
}

function describe(record: Shown): string {
  const { note, text, quote, title } = record.body as { note?: string; text?: string; quote?: string; title?: string };
  const words = [note ?? text ?? quote ?? title ?? '', siteOf(addressOf(record) ?? '')].filter(Boolean).join(' · ');
  return words.replace(/\s+/g, ' ').slice(0, DESCRIPTION_MAX);
}
