import { ask } from '../../../browser/ask.ts';
import { systemClock } from '../../../kit/clock.ts';
import { edit } from '../../../store/keep.ts';
import type { Shown } from '../../../store/read.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { text } from '../../../ui/text.ts';
import { useDesk, useStore } from '../desk.ts';
import './moved.css';
import { tellings } from './told.ts';
import { useAbout } from './use-about.ts';

interface ToldByProps {
  record: Shown<'lesson'> | Shown<'question'>;
  /** Its passage was found changed here as well; the way to follow it stands there. */
  isSeen: boolean;
  onEdit?: (() => void) | undefined;
}

/** On one's own: which colleagues say that the page has changed, and the two answers to it. */
export function ToldBy({ record, isSeen, onEdit }: ToldByProps) {
  const store = useStore();
  const { nameOf } = useDesk();
  const names = tellings(record, useAbout(record.id))
    .filter((signal) => !signal.isMine)
    .map((signal) => nameOf(signal.author));
  if (!record.isMine || names.length === 0) return null;
  // A later version with the same words: whoever told sees that it was looked at.
  const stands = async () => {
    const answered = await edit(store, [record.team, record.id], (body) => body, systemClock);
    announce(answered.ok ? text('toldHolds') : failureText(answered.failure));
    if (answered.ok) await ask('sync', {});
  };
  return (
    <div class="moved">
      <p>{text(names.length === 1 ? 'toldOne' : 'toldMany', names.join(', '))}</p>
      {!isSeen && (
        <div class="actions">
          <Button look="quiet" icon="check" onClick={() => void stands()}>
            {text('movedStillRight')}
          </Button>
          {onEdit && (
            <Button look="quiet" icon="edit" onClick={onEdit}>
              {text('movedUpdate')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
