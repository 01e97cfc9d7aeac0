import type { Shown } from '../../../store/read.ts';
import { noteUsed } from '../../../store/suggestions.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { text } from '../../../ui/text.ts';
import { useDesk, useStore } from '../desk.ts';
import { signalsOf, useAbout } from './use-about.ts';
import { useSign } from './use-sign.ts';

/** "Just what I needed": thanks the author, and says that it still holds. Who thanked is told to the thanked alone. */
export function Thanks({ record }: { record: Shown }) {
  const helped = signalsOf(useAbout(record.id), 'helped');
  const given = helped.find((signal) => signal.isMine);
  const store = useStore();
  const toggle = useSign(record, 'helped', given);
  const give = async () => {
    const result = await toggle();
    if (result?.ok && !given) void noteUsed(store, [record.team, record.id]);
    if (result?.ok) announce(text(given ? 'thanksTaken' : 'thanksGiven'));
  };
  return (
    <Button look="quiet" icon="thanks" pressed={given !== undefined} onClick={() => void give()}>
      {text('thanksButton')}
    </Button>
  );
}

/** On one's own lesson: whom it helped. */
export function Thanked({ record }: { record: Shown }) {
  const { nameOf } = useDesk();
  const names = signalsOf(useAbout(record.id), 'helped')
    .filter((signal) => !signal.isMine)
    .map((signal) => nameOf(signal.author));
  if (names.length === 0) return null;
  return <p class="thanked">{text('thankedBy', names.join(', '))}</p>;
}
