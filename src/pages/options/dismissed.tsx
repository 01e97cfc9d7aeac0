import { useState } from 'preact/hooks';
import { headlineOf } from '../../domain/headline.ts';
import type { Db } from '../../store/db.ts';
import { readOne } from '../../store/read.ts';
import { type Dismissal, dismissals, forgetDismissals, takeBackDismissal } from '../../store/suggestions.ts';
import { Button } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { reset } from './reset.ts';
import { useQuery, useStore } from './store-context.ts';

const FIRST = 8;
const NAME_LENGTH = 90;

interface Named {
  dismissal: Dismissal;
  at: number;
  name: string;
}

/** Each dismissal as a person would call it. */
async function named(db: Db): Promise<Named[]> {
  const all = await dismissals(db);
  return Promise.all(all.map(async ({ dismissal, at }) => ({ dismissal, at, name: await nameOf(db, dismissal) })));
}

async function nameOf(db: Db, dismissal: Dismissal): Promise<string> {
  if (dismissal.what === 'topic') return text('optionsDismissedTopic', dismissal.words.join(', '));
  const record = await readOne(db, [dismissal.team, dismissal.id]);
  return record ? headlineOf(record).first.text.slice(0, NAME_LENGTH) : text('optionsDismissedGone');
}

/** What was waved away beside a page, each with the way back; nothing where nothing was. */
export function Dismissed() {
  const store = useStore();
  const [most, setMost] = useState(FIRST);
  const all = useQuery(named) ?? [];
  if (all.length === 0) return null;
  return (
    <div class="part">
      <h3>{text('optionsDismissed')}</h3>
      <ul class="rows">
        {all.slice(0, most).map(({ dismissal, at, name }) => (
          <li class="row" key={JSON.stringify(dismissal)}>
            <div>
              <bdi>{name}</bdi>{' '}
              <span class="soft">
                <TimeAgo time={at} />
              </span>
            </div>
            <Button
              look="quiet"
              label={text('optionsDismissedBackOne', name)}
              onClick={() => void takeBackDismissal(store, dismissal)}
            >
              {text('optionsDismissedBack')}
            </Button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        {all.length > most && (
          <Button onClick={() => setMost(all.length)}>{text('listMore', all.length - most)}</Button>
        )}
        <Button onClick={() => void reset(store, forgetDismissals)}>{text('optionsDismissedReset')}</Button>
      </div>
    </div>
  );
}
