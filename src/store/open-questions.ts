import { siteOf } from '../domain/url.ts';
import { besidePage } from './beside-page.ts';
import type { Db } from './db.ts';
import { type Shown, show } from './read.ts';
import { unanswered } from './unanswered.ts';

/** So many of the newest questions are looked through for those of a site. */
const NEWEST = 200;

/** Questions that nobody has answered: those on this page first, then others of its site, newest first. */
export async function openQuestions(
  db: Db,
  pages: readonly string[],
  site: string,
  most: number,
): Promise<Shown<'question'>[]> {
  const beside = await besidePage(db, pages, { most });
  const here = beside.records.filter((one): one is Shown<'question'> => one.kind === 'question');
  const newest = site === '' ? [] : await newestOf(db, site);
  const others = newest.filter(({ id }) => !here.some((one) => one.id === id));
  const found: Shown<'question'>[] = [];
  for (const question of [...here.sort((a, b) => b.created - a.created), ...others]) {
    if (found.length >= most) break;
    found.push(...(await unanswered(db, [question])));
  }
  return found;
}

async function newestOf(db: Db, site: string): Promise<Shown<'question'>[]> {
  const rows = await db.records
    .where('[kind+created]')
    .between(['question'], ['question', []])
    .reverse()
    .limit(NEWEST)
    .toArray();
  return rows
    .filter((row) => row.site === site || siteOf(row.page) === site)
    .map(show)
    .filter((one): one is Shown<'question'> => one?.kind === 'question');
}
