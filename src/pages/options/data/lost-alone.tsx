import { systemClock } from '../../../kit/clock.ts';
import { forgetLost, keepLostAnew, lostAlone, lostWords } from '../../../store/lost.ts';
import type { LostRow } from '../../../store/rows.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { beginning, LongText } from '../../../ui/long-text.tsx';
import { text } from '../../../ui/text.ts';
import { useQuery, useStore } from '../store-context.ts';

/** What says something without the record it belongs to. */
const STANDS_ALONE = ['lesson', 'question'];
/** A button is named by so much of a text: who hears it need not hear all. */
const NAMED = 80;

/** Texts of one's own that another device deleted unseen, while they are kept; nothing where there are none. */
export function LostAlone() {
  const lost = useQuery(lostAlone) ?? [];
  if (lost.length === 0) return null;
  return (
    <div class="part">
      <h3>{text('optionsLost')}</h3>
      <p>{text('optionsLostIntro')}</p>
      <ul class="rows">
        {lost.map((row) => (
          <LostOne key={row.n} row={row} />
        ))}
      </ul>
    </div>
  );
}

function LostOne({ row }: { row: LostRow }) {
  const store = useStore();
  const words = lostWords(row);
  const named = (button: string) => `${button}: ${beginning(words, NAMED)}`;
  const keepIt = async () => {
    const kept = await keepLostAnew(store, row.n ?? 0, systemClock);
    announce(kept.ok ? text('optionsLostKept') : failureText(kept.failure));
  };
  return (
    <li class="row">
      <LongText whole={words} draw={(shown) => <bdi>{shown}</bdi>} />
      <span class="buttons">
        {STANDS_ALONE.includes(row.kind) && (
          <Button label={named(text('optionsLostKeep'))} onClick={() => void keepIt()}>
            {text('optionsLostKeep')}
          </Button>
        )}
        <Button look="quiet" label={named(text('lostForget'))} onClick={() => void forgetLost(store, row.n ?? 0)}>
          {text('lostForget')}
        </Button>
      </span>
    </li>
  );
}
