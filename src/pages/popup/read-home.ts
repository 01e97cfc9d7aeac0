import { besidePage } from '../../store/beside-page.ts';
import type { Db } from '../../store/db.ts';
import { leftOut } from '../../store/left-out.ts';
import { recent } from '../../store/read.ts';
import { unanswered } from '../../store/unanswered.ts';
import { arrangeHome, type HomeLists, type HomeSource, MOST_HERE } from './home-lists.ts';

/** The lists of the home with what is `drawn` of them as long as it is here, read so that a live query sees what was read. */
export async function readHome(db: Db, page: string, drawn: HomeLists | undefined): Promise<HomeLists> {
  const source: HomeSource = {
    onPage: async (url) => (await besidePage(db, [url], { most: MOST_HERE })).records,
    unanswered: (questions) => unanswered(db, questions),
    recent: (most) => recent(db, most),
  };
  const lists = await arrangeHome(source, page);
  const withDrawn = async (of: keyof HomeLists) => {
    const ids = drawn?.[of].map(({ id }) => id) ?? [];
    return [...lists[of], ...(await leftOut(db, lists[of], ids))];
  };
  const [lessons, questions, newest] = await Promise.all([
    withDrawn('lessons'),
    withDrawn('questions'),
    withDrawn('recent'),
  ]);
  return { lessons, questions, recent: newest };
}
