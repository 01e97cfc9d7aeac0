import { useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { requestTeamConsent } from '../../../browser/consent.ts';
import type { Failure } from '../../../kit/result.ts';
import { joinedAt } from '../../../store/joined-at.ts';
import type { TeamRow } from '../../../store/rows.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { readInviteLink } from '../../../wire/invite-link.ts';
import { useStore } from '../store-context.ts';

interface JoinFormProps {
  teams: TeamRow[];
  onJoined: (team: string) => void;
  onCancel?: (() => void) | undefined;
}

/** Joins the team of a pasted link, after showing whose server it is. What was typed stays when it does not work. */
export function JoinForm({ teams, onJoined, onCancel }: JoinFormProps) {
  const { relaxed } = useStore();
  const [link, setLink] = useState('');
  const [name, setName] = useState(teams[0]?.member.name ?? '');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const invite = readInviteLink(link);
  const standing = invite.ok && !isBusy ? joinedAt(teams, invite.value.server) : undefined;
  const type = (set: (value: string) => void) => (value: string) => {
    set(value);
    setFailure(null);
  };
  const join = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    if (!invite.ok) return setFailure(invite.failure);
    if (standing) return;
    if (name.trim() === '') return setFailure({ code: 'name-missing' });
    // First of all, in the click's own turn: Firefox asks the person only then.
    const consent = requestTeamConsent();
    setBusy(true);
    const joined = (await consent) ? await ask('join', { link, name: name.trim() }) : noConsent;
    setBusy(false);
    if (!joined.ok) return setFailure(joined.failure);
    onJoined((await relaxed.teams.get(joined.value.team))?.name ?? '');
  };
  const isLinkWrong = link.trim() !== '' && !invite.ok;
  const already = standing && failureText({ code: 'already-joined', detail: standing.name });
  return (
    <form class="box form" aria-labelledby="join-heading" onSubmit={(event) => void join(event)}>
      <h3 id="join-heading">{text('optionsTeamJoin')}</h3>
      <TextField
        label={text('optionsTeamLink')}
        hint={text('optionsTeamLinkHint')}
        mode="url"
        value={link}
        onInput={type(setLink)}
        wrong={isLinkWrong ? failureText({ code: 'not-an-invite' }) : already}
      />
      {invite.ok && !standing && <p>{text('joinServer', new URL(invite.value.server).host)}</p>}
      <TextField
        label={text('joinName')}
        hint={text('joinNameHint')}
        value={name}
        onInput={type(setName)}
        maxLength={120}
      />
      <p class="soft">{text('joinPromise')}</p>
      {failure && !isLinkWrong && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <Buttons>
        <Button type="submit" look="primary" icon="team" busy={isBusy}>
          {text(isBusy ? 'joinBusy' : 'joinButton')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{text('uiCancel')}</Button>}
      </Buttons>
    </form>
  );
}

const noConsent = { ok: false, failure: { code: 'no-consent' } } as const;
