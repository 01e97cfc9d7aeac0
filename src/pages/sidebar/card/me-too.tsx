import type { Shown } from '../../../store/read.ts';
import { PRIVATE } from '../../../store/rows.ts';
import { Button } from '../../../ui/button.tsx';
import { count, text } from '../../../ui/text.ts';
import { useDesk, useStore } from '../desk.ts';
import { toggleSign } from '../signal.ts';
import { signalsOf } from './use-about.ts';

interface MeTooProps {
  record: Shown<'question'>;
  about: (Shown<'answer'> | Shown<'signal'>)[];
}

/** "I have this too" under colleagues' questions; how many have it is of use to whoever could answer. */
export function MeToo({ record, about }: MeTooProps) {
  const store = useStore();
  const { teams } = useDesk();
  if (record.team === PRIVATE) return null;
  const signals = signalsOf(about, 'me-too');
  const given = signals.find((signal) => signal.isMine);
  const number = signals.length > 0 ? count(signals.length, 'meTooOne', 'meTooMany') : '';
  const isReader = teams.find(({ id }) => id === record.team)?.member.role === 'reader';
  if (record.isMine || isReader) return number ? <p class="me-too">{number}</p> : null;
  return (
    <>
      <Button
        look="quiet"
        icon="add"
        pressed={given !== undefined}
        onClick={() => void toggleSign(store, record, 'me-too', given)}
      >
        {text('meTooButton')}
      </Button>
      {number && <span class="me-too">{number}</span>}
    </>
  );
}
