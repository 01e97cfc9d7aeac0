import { useState } from 'preact/hooks';
import type { Store } from '../../../store/db.ts';
import { type Found, find } from '../../../store/find.ts';
import { failureText } from '../../../ui/failure.ts';
import { TextField } from '../../../ui/field.tsx';
import { ResultRow } from '../../../ui/result-row.tsx';
import { text } from '../../../ui/text.ts';
import { useFound } from '../../../ui/use-found.ts';

const SHOWN = 3;

/** A search that fails says so in the place of its rows. */
async function search(store: Store, words: string): Promise<Found> {
  try {
    return await find(store.relaxed, words, { limit: SHOWN });
  } catch (error) {
    reportError(error);
    return { hits: [], total: 0, whole: 0, problem: { code: 'not-searched' } };
  }
}

/** The search of the popup in small: what was kept a moment ago is found by any word of it. */
export function FindAgain({ store }: { store: Store }) {
  const [typed, setTyped] = useState('');
  const answer = useFound(typed, (words) => search(store, words));
  const { hits = [], problem } = answer?.found ?? {};
  return (
    <div class="find">
      <TextField label={text('welcomeFind')} mode="search" value={typed} onInput={setTyped} />
      <div role="status">
        {hits.map(({ record, marks }) => (
          <ResultRow
            key={record.id}
            record={record}
            created={record.created}
            author={text('uiYou')}
            team=""
            marks={marks}
            here
          />
        ))}
        {answer && hits.length === 0 && <p>{problem ? failureText(problem) : text('welcomeFindNone')}</p>}
      </div>
    </div>
  );
}
