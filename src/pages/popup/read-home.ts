import { besidePage } from '../../store/beside-page.ts';
import type { Db } from '../../store/db.ts';
import { leftOut } from '../../store/left-out.ts';
import { recent } from '../../store/read.ts';
import { unanswered } from '../../store/unanswered.ts';
import { arrangeHome, type HomeLists, MOST_HERE } from './home-lists.ts';

/** The lists of the home with what is `drawn` of them as long as it is here, read so that a live query sees what was read. */
export const readHome = (db: Db, page: string, drawn: HomeLists | undefined): Promise<HomeLists> =>
  arrangeHome(
    {
      onPage: async (url) => (await besidePage(db, [url], { most: MOST_HERE })).records,
      unanswered: (questions) => unanswered(db, questions),
      recent: (most) => recent(db, most),
      leftOut: (of, answer) => leftOut(db, answer, drawn?.[of] ?? []),
    },
    page,
  );
