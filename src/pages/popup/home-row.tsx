import type { RecordState } from '../../store/quick-states.ts';
import type { Shown } from '../../store/read.ts';
import { ResultRow } from '../../ui/result-row.tsx';
import { stateWord } from '../../ui/state-word.ts';
import type { Names } from './desk.ts';
import type { Group } from './groups.ts';
import type { PageInView } from './page-in-view.ts';

type HomeRowProps = Group['items'][number] & {
  names: Names;
  page: PageInView | null;
  state: RecordState | undefined;
  /** The question of an answer, as soon as it is known. */
  asked: Shown<'question'> | undefined;
};

/** One row of the popup. */
export const HomeRow = ({ record, marks, names, page, state, asked }: HomeRowProps) => (
  <ResultRow
    record={record}
    created={record.created}
    author={names.author(record)}
    team={names.team(record.team)}
    marks={marks}
    state={stateWord(state)}
    asked={asked ?? null}
    here={page !== null && page.page !== '' && (asked ?? record).page === page.page}
  />
);
