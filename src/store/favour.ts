import { siteOf } from '../domain/url.ts';
import { helpedCounts } from './helped.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';

/** Shares of a page's best score: enough to decide between records that say about the same, never more. */
const SAME_SITE = 0.08;
const SAME_FOLDER = 0.04;
const FRESH = 0.04;
const FRESH_MS = 120 * 86_400_000;
const HELPED = 0.03;
const HELPED_MOST = 0.12;
/** Of so many of the best it is looked up whom they helped. */
const LOOKED_UP = 24;

/** What speaks for records beside their words: kept on this site or in this part of it, new, thanked for. */
export async function favours(db: Reading, records: Shown[], url: string, now: number): Promise<number[]> {
  const site = siteOf(url);
  const folder = folderOf(url);
  const thanks = await helpedCounts(db, records.slice(0, LOOKED_UP));
  return records.map((record, i) => {
    const isHere = site !== '' && record.site === site;
    const isBeside = isHere && folder !== '' && folderOf(record.page) === folder;
    const fresh = FRESH * 2 ** (-Math.max(0, now - record.created) / FRESH_MS);
    const helped = Math.min(HELPED_MOST, HELPED * Math.log2(1 + (thanks[i] ?? 0)));
    return (isHere ? SAME_SITE : 0) + (isBeside ? SAME_FOLDER : 0) + fresh + helped;
  });
}

/** The part of a site that a page stands in: its path without its last step; '' at the top. */
function folderOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const steps = new URL(url).pathname.split('/').filter(Boolean);
  return steps.slice(0, -1).join('/');
}
