import { useState } from 'preact/hooks';
import type { Store } from '../../../store/db.ts';
import { find } from '../../../store/find.ts';
import { TextField } from '../../../ui/field.tsx';
import { ResultRow } from '../../../ui/result-row.tsx';
import { text } from '../../../ui/text.ts';
import { useFound } from '../../../ui/use-found.ts';

const SHOWN = 3;

/** The search of the popup in small: what was kept a moment ago is found by any word of it. */
export function FindAgain({ store }: { store: Store }) {
  const [typed, setTyped] = useState('');
  const answer = useFound(typed, (words) => find(store.relaxed, words, { limit: SHOWN }));
  const hits = answer?.found.hits ?? [];
  return (
    <div class="find">
      <TextField label={text('welcomeFind')} mode="search" value={typed} onInput={setTyped} />
      <div role="status">
        {hits.map(({ record, words }) => (
          <ResultRow
            key={record.id}
            record={record}
            created={record.created}
            author={text('uiYou')}
            team=""
            words={words}
            here
          />
        ))}
        {answer && hits.length === 0 && <p>{text('welcomeFindNone')}</p>}
      </div>
    </div>
  );
}
