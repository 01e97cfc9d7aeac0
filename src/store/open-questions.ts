import { siteOf } from '../domain/url.ts';
import { besidePage } from './beside-page.ts';
import type { Db } from './db.ts';
import { type Shown, showAll } from './read.ts';
import type { RecordRow } from './rows.ts';
import { unanswered } from './unanswered.ts';

/** So many questions are read at a time, the newest first, until enough of a site are open or so many were looked through. */
const CHUNK = 200;
const LOOKED_THROUGH = 2_000;

/** Questions that nobody has answered: those on this page first, then others of its site, newest first. */
export async function openQuestions(
  db: Db,
  pages: readonly string[],
  site: string,
  most: number,
): Promise<Shown<'question'>[]> {
  const beside = await besidePage(db, pages, { most });
  const here = beside.records.filter((one): one is Shown<'question'> => one.kind === 'question');
  const found = await unanswered(
    db,
    here.sort((a, b) => b.created - a.created),
  );
  const isHere = new Set(here.map(({ id }) => id));
  for (let from = 0; site !== '' && found.length < most && from < LOOKED_THROUGH; from += CHUNK) {
    const rows = await newest(db, from);
    const ofSite = rows.filter((row) => !isHere.has(row.id) && (row.site === site || siteOf(row.page) === site));
    const questions = showAll(ofSite).filter((one): one is Shown<'question'> => one.kind === 'question');
    found.push(...(await unanswered(db, questions)));
    if (rows.length < CHUNK) break;
  }
  return found.slice(0, most);
}

const newest = (db: Db, from: number): Promise<RecordRow[]> =>
  db.records
    .where('[kind+created]')
    .between(['question'], ['question', []])
    .reverse()
    .offset(from)
    .limit(CHUNK)
    .toArray();
