import { facetsOf } from '../search/asked/facets.ts';
import type { Filter } from '../search/asked/operators.ts';
import type { Slot } from '../search/asked/slot.ts';
import { liveIn } from '../search/find/live-in.ts';
import { askIndex } from './ask-index.ts';
import type { Reading } from './reading.ts';
import { tagReadings, withoutSign } from './tag-readings.ts';

type Tag = Extract<Filter, { by: 'tag' }>;
type Site = Extract<Filter, { by: 'site' }>;

/** What a site asks: just that where anything has it, whatever follows it; else what was typed is the beginning of one. */
export async function siteSlots(db: Reading, site: Site, patienceMs: number): Promise<Slot[]> {
  const slots = facetsOf(site);
  return (await stands(db, slots, patienceMs)) ? slots : facetsOf(site, true);
}

/** What a tag asks: the same, in each way that it may be read. Of umlauts that are spelled out no beginning is one. */
export async function tagSlots(db: Reading, tag: Tag, patienceMs: number): Promise<Slot[]> {
  const bare = withoutSign(tag.value);
  const begun = facetsOf(tag, true);
  const readings = tagReadings(tag.value).map((value) => facetsOf({ ...tag, value }));
  for (const slots of bare === tag.value ? readings : [...readings, begun])
    if (await stands(db, slots, patienceMs)) return slots;
  return facetsOf({ ...tag, value: bare }, true);
}

/** Whether anything has what some slots ask. */
async function stands(db: Reading, slots: Slot[], patienceMs: number): Promise<boolean> {
  const matchers = slots.flatMap((slot) => slot.matchers);
  const { answer } = await askIndex(db, patienceMs, async ({ parts, isGone }) => {
    const found = await Promise.all(parts.map((part) => part.match(matchers)));
    return found.flat(2).filter((list) => liveIn(list, isGone) !== undefined);
  });
  return answer.length > 0;
}
