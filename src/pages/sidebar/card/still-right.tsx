import { ask } from '../../../browser/ask.ts';
import { systemClock } from '../../../kit/clock.ts';
import { edit } from '../../../store/keep.ts';
import { notePlaces } from '../../../store/place.ts';
import type { Shown } from '../../../store/read.ts';
import { type PlaceRow, PRIVATE } from '../../../store/rows.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { text } from '../../../ui/text.ts';
import { useStore } from '../desk.ts';
import { followPassage } from './follow.ts';

/** Whether what stands on the page now can be found again, so that a lesson can follow it. */
export const canFollow = (place: PlaceRow | undefined): boolean =>
  place?.anchoring.state === 'changed' && place.anchoring.selectors !== undefined;

interface StillRightProps {
  record: Shown<'lesson'> | Shown<'question'>;
  place: PlaceRow;
}

/** Says that what was kept holds for the new words too: from then on it is found by those. Only for what is one's own. */
export function StillRight({ record, place }: StillRightProps) {
  const store = useStore();
  const { anchoring } = place;
  const { team, id, isMine } = record;
  if (!isMine || anchoring.state !== 'changed' || !anchoring.selectors) return null;
  const follow = async () => {
    const isShared = team !== PRIVATE;
    const followed = await edit(store, [team, id], (body) => followPassage(body, anchoring, isShared), systemClock);
    announce(followed.ok ? text('movedFollowed') : failureText(followed.failure));
    if (!followed.ok) return;
    await notePlaces(store, [{ ...place, team, anchoring: { state: 'anchored' } }]);
    if (isShared) await ask('sync', {});
    await ask('refresh', {});
  };
  return (
    <Button look="quiet" icon="check" onClick={() => void follow()}>
      {text('movedStillRight')}
    </Button>
  );
}
