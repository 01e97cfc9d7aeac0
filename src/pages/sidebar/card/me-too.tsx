import type { Shown } from '../../../store/read.ts';
import { PRIVATE } from '../../../store/rows.ts';
import { Button } from '../../../ui/button.tsx';
import { count, text } from '../../../ui/text.ts';
import { useDesk } from '../desk.ts';
import { signalsOf } from './use-about.ts';
import { useSign } from './use-sign.ts';

interface MeTooProps {
  record: Shown<'question'>;
  about: (Shown<'answer'> | Shown<'signal'>)[];
}

/** "I have this too" under colleagues' questions; how many have it is of use to whoever could answer. */
export function MeToo({ record, about }: MeTooProps) {
  const { teams } = useDesk();
  const signals = signalsOf(about, 'me-too');
  const given = signals.find((signal) => signal.isMine);
  const toggle = useSign(record, 'me-too', given);
  if (record.team === PRIVATE) return null;
  const number = signals.length > 0 ? count(signals.length, 'meTooOne', 'meTooMany') : '';
  const isReader = teams.find(({ id }) => id === record.team)?.member.role === 'reader';
  if (record.isMine || isReader) return number ? <p class="me-too">{number}</p> : null;
  return (
    <>
      <Button look="quiet" icon="add" pressed={given !== undefined} onClick={() => void toggle()}>
        {text('meTooButton')}
      </Button>
      {number && <span class="me-too">{number}</span>}
    </>
  );
}
