import type { Shown } from '../../../store/read.ts';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useDesk } from '../desk.ts';

/** The team's server would not take it: why, and the way out, which is to take it back and try again. */
export function Refused({ record, onTakeBack }: { record: Shown; onTakeBack: () => void }) {
  const desk = useDesk();
  if (!record.refused) return null;
  return (
    <Notice tone="problem">
      <p>{text('refusedBy', desk.team(record.team))}</p>
      <p>{failureText(record.refused)}</p>
      <div>
        <Button icon="takeBack" onClick={onTakeBack}>
          {text('panelTakeBack')}
        </Button>
      </div>
    </Notice>
  );
}
