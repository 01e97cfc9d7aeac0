import type { Marks } from '../../kit/excerpt.ts';
import type { Found } from '../../store/find.ts';
import { nameMarks } from '../../store/name-marks.ts';
import type { RecordState } from '../../store/quick-states.ts';
import type { Shown } from '../../store/read.ts';
import { ResultRow } from '../../ui/result-row.tsx';
import { stateWord } from '../../ui/state-word.ts';
import type { Names } from './desk.ts';
import type { Group } from './groups.ts';
import type { PageInView } from './page-in-view.ts';

type HomeRowProps = Group['items'][number] & {
  names: Names;
  authorMarks?: Marks | undefined;
  page: PageInView | null;
  state: RecordState | undefined;
  /** The question of an answer, as soon as it is known. */
  asked: Shown<'question'> | undefined;
};

/** Gives where the name of who wrote something has words that were looked for there. */
export function authorMarks(names: Names, found: Found | null): (record: Shown) => Marks | undefined {
  const marksIn = nameMarks(found?.called);
  return (record) => (record.isMine ? undefined : marksIn(names.author(record)));
}

/** One row of the popup. */
export const HomeRow = ({ record, marks, names, authorMarks, page, state, asked }: HomeRowProps) => (
  <ResultRow
    record={record}
    created={record.created}
    author={names.author(record)}
    authorMarks={authorMarks}
    team={names.team(record.team)}
    isShared={record.team !== ''}
    marks={marks}
    state={stateWord(state)}
    asked={asked ?? null}
    here={page !== null && page.page !== '' && (asked ?? record).page === page.page}
  />
);
