import { normaliseUrl, siteOf } from '../domain/url.ts';
import { onPage, type Shown } from '../store/read.ts';
import type { Mark, PageMarks } from '../wire/messages.ts';
import { isSiteOff, type Settings } from '../wire/settings.ts';
import type { World } from './world.ts';

type OnPage = Shown<'lesson'> | Shown<'question'>;

/** What stands on a page, and what of it is to be painted by the person's choices. Nothing that was noted about it. */
export async function marksFor(world: World, href: string, settings: Settings): Promise<PageMarks> {
  if (isSiteOff(settings, siteOf(href))) return { marks: [], count: 0, bar: false };
  const records = await onPage(world.store.relaxed, normaliseUrl(href));
  const marks = records.filter((record) => isPainted(record, settings)).flatMap(toMark);
  const bar = settings.parts.bar && !settings.barSitesOff.includes(siteOf(href));
  return { marks, count: records.length, bar };
}

const isPainted = (record: OnPage, { parts }: Settings): boolean =>
  record.isMine ? parts.highlights : parts.teamHighlights;

function toMark(record: OnPage): Mark[] {
  const { target } = record.body;
  if (!target || target.selectors.length === 0) return [];
  const { selectors, frame } = target;
  const tone = record.kind === 'question' ? 'question' : record.isMine ? 'own' : 'team';
  return [{ team: record.team, id: record.id, tone, selectors, ...(frame === undefined ? {} : { frame }) }];
}
