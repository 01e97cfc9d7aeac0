import { useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import type { Failure } from '../../../kit/result.ts';
import type { TeamRow } from '../../../store/rows.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';

const USES_MAX = 1000;

/** Makes a link for so many colleagues. It is shown once, to be passed on by the person. */
export function InviteForm({ team, onDone }: { team: TeamRow; onDone: () => void }) {
  const [typed, setTyped] = useState('1');
  const [isBusy, setBusy] = useState(false);
  const [link, setLink] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const uses = Number(typed);
  const isWrong = !Number.isInteger(uses) || uses < 1 || uses > USES_MAX;
  const make = async (event: Event) => {
    event.preventDefault();
    if (isBusy || isWrong) return;
    setBusy(true);
    const invited = await ask('invite', { team: team.id, uses });
    setBusy(false);
    setFailure(invited.ok ? null : invited.failure);
    setLink(invited.ok ? invited.value.link : '');
  };
  if (link) {
    return (
      <Notice tone="good">
        <p>{text('optionsInviteMade', uses)}</p>
        <p>
          <code>{link}</code>
        </p>
        <Buttons>
          <CopyButton content={() => link} look="primary" />
          <Button onClick={onDone}>{text('uiDone')}</Button>
        </Buttons>
      </Notice>
    );
  }
  return (
    <form class="form" onSubmit={(event) => void make(event)}>
      <TextField
        label={text('optionsInviteUses')}
        value={typed}
        onInput={setTyped}
        wrong={isWrong ? text('optionsInviteWrong', USES_MAX) : undefined}
      />
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <Buttons>
        <Button type="submit" look="primary" busy={isBusy} disabled={isWrong}>
          {text('optionsInviteMake')}
        </Button>
        <Button onClick={onDone}>{text('uiCancel')}</Button>
      </Buttons>
    </form>
  );
}
