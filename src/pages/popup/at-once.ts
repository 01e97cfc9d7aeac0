import { quickOnPage, quickRecent, quickUnanswered } from '../../store/quick-home.ts';
import type { Reading } from '../../store/reading.ts';
import { arrangeHome, type HomeLists, MOST_HERE } from './home-lists.ts';

/** The same as later.ts reads live, past Dexie. */
export const readAtOnce = (reading: Reading, page: string): Promise<HomeLists> =>
  arrangeHome(
    {
      onPage: (url) => quickOnPage(reading, url, MOST_HERE),
      unanswered: (questions) => quickUnanswered(reading, questions),
      recent: (most) => quickRecent(reading, most),
    },
    page,
  );
