import { drawPlain } from '../../ui/draw-plain.ts';
import { FirstRows } from '../../ui/finder-list.tsx';
import { NewsBar } from '../../ui/news-bar.tsx';
import { text } from '../../ui/text.ts';
import { type Desk, NOBODY, namesOf } from './desk.ts';
import { groupsFor } from './groups.ts';
import { authorMarks, HomeRow } from './home-row.tsx';
import { begun } from './opening.ts';
import { searchedSoFar } from './typed-so-far.ts';
import { keyOf } from './use-search.ts';

/** The id of the popup's list, which is there before it is drawn. */
export const LIST = 'found';

/**
 * Puts the first rows into the page below the field, where what was typed is answered by rows and nothing else; `Home` then takes them
 * over where they stand. Gives whether it did.
 */
export function drawFirstRows(desk: Desk | undefined): boolean {
  const found = desk?.begun?.seen;
  const typed = searchedSoFar();
  const home = document.querySelector('main.home');
  if (!home || !found || typed !== desk?.begun?.typed) return false;
  if (found.whole === 0 || found.problem || found.isPartial || found.unwritten) return false;
  if (found.completions.length > 0) return false;
  const { page = null, people = NOBODY } = begun()?.seen ?? {};
  const names = namesOf(...people);
  const marksIn = authorMarks(names, found);
  drawPlain(
    <section class="home-rows" aria-label={text('uiFound')} tabIndex={-1}>
      <NewsBar number={0} onLetIn={() => {}} />
      <FirstRows
        groups={groupsFor(found, undefined)}
        state={{ listId: LIST, list: typed, at: 0, byKey: false }}
        keyOf={keyOf}
        draw={(row) => (
          <HomeRow
            {...row}
            {...{ names, page }}
            authorMarks={marksIn(row.record)}
            state={undefined}
            asked={undefined}
          />
        )}
      />
    </section>,
    home,
  );
  return true;
}
