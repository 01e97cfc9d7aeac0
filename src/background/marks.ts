import { identitiesOf, type PageAddress } from '../domain/page-identity.ts';
import { siteOf } from '../domain/url.ts';
import { besidePage } from '../store/beside-page.ts';
import type { Shown } from '../store/read.ts';
import type { Mark, PageMarks } from '../wire/messages.ts';
import { isSiteOff, type Settings } from '../wire/settings.ts';
import type { World } from './world.ts';

type OnPage = Shown<'lesson'> | Shown<'question'>;

/** A team may fill a page with thousands; of each sort (own, the team's, questions) the newest are painted. */
const PAINTED_MOST = 500;

/**
 * What stands on a page, and what of it is to be painted by the person's choices. Nothing that was noted about it. `keep` are ids
 * that are among them however many newer ones there are.
 */
export async function marksFor(
  world: World,
  page: PageAddress,
  settings: Settings,
  keep: string[] = [],
): Promise<PageMarks> {
  const site = siteOf(page.href);
  if (isSiteOff(settings, site)) return { marks: [], count: 0, bar: false };
  const { records, rest } = await besidePage(world.store.relaxed, identitiesOf(page), { most: PAINTED_MOST, keep });
  const marks = records.filter((record) => isPainted(record, settings)).flatMap(toMark);
  const bar = settings.parts.bar && !settings.barSitesOff.includes(site);
  return { marks, count: records.length + rest, bar };
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
