import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import type { Failure } from '../../../kit/result.ts';
import type { TeamRow } from '../../../store/rows.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';

interface LeaveFormProps {
  team: TeamRow;
  onLeft: () => void;
  onCancel: () => void;
}

/** Asks what becomes of what one shared, and leaves. */
export function LeaveForm({ team, onLeft, onCancel }: LeaveFormProps) {
  const [busyWith, setBusyWith] = useState<'leave' | 'take-back' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const leave = async (records: 'leave' | 'take-back') => {
    setBusyWith(records);
    setFailure(null);
    const left = await ask('leave', { team: team.id, records });
    if (left.ok) return onLeft();
    setBusyWith(null);
    setFailure(left.failure);
  };
  return (
    <div class="form">
      <h4 ref={heading} tabIndex={-1}>
        {text('optionsLeaveHeading', team.name)}
      </h4>
      <p>{text('optionsLeaveText')}</p>
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <Buttons>
        <Button busy={busyWith !== null} onClick={() => void leave('leave')}>
          {text('optionsLeaveKeep')}
        </Button>
        <Button busy={busyWith !== null} onClick={() => void leave('take-back')}>
          {text('optionsLeaveTakeBack')}
        </Button>
        <Button look="quiet" disabled={busyWith !== null} onClick={onCancel}>
          {text('uiCancel')}
        </Button>
      </Buttons>
    </div>
  );
}
