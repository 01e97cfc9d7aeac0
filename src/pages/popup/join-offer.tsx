import { useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { requestTeamConsent } from '../../browser/consent.ts';
import type { Failure } from '../../kit/result.ts';
import { joinedAt } from '../../store/joined-at.ts';
import { Button } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { text } from '../../ui/text.ts';
import type { Names } from './desk.ts';
import { inviteOn } from './invite-on.ts';
import type { PageInView } from './page-in-view.ts';

type Step = { is: 'asking'; failure?: Failure } | { is: 'joining' } | { is: 'joined'; team: string };

interface JoinOfferProps {
  page: PageInView;
  names: Names;
  onJoined: () => void;
}

/** On the join page of a team server: joins, after saying to whom and what it means. Nothing elsewhere. */
export function JoinOffer({ page, names, onJoined }: JoinOfferProps) {
  const invite = inviteOn(page);
  const [name, setName] = useState('');
  const [step, setStep] = useState<Step>({ is: 'asking' });
  if (!invite) return null;
  if (step.is === 'joined') {
    return (
      <Notice tone="good">
        <p>{text('joinDone', names.team(step.team))}</p>
      </Notice>
    );
  }
  const standing = joinedAt(names.teams, invite.server);
  if (standing && step.is === 'asking') {
    return (
      <Notice tone="plain">
        <p>{failureText({ code: 'already-joined', detail: standing.name })}</p>
      </Notice>
    );
  }
  const join = async (event: Event) => {
    event.preventDefault();
    if (step.is === 'joining' || name.trim() === '') return;
    // First of all, in the click's own turn: Firefox asks the person only then.
    const consent = requestTeamConsent();
    setStep({ is: 'joining' });
    if (!(await consent)) return setStep({ is: 'asking', failure: { code: 'no-consent' } });
    const joined = await ask('join', { link: page.url ?? '', name: name.trim() });
    if (!joined.ok) return setStep({ is: 'asking', failure: joined.failure });
    setStep({ is: 'joined', team: joined.value.team });
    onJoined();
  };
  const host = new URL(invite.server).host;
  return (
    <form class="join form" onSubmit={join}>
      <h2>{text('joinHeading')}</h2>
      <p>{text('joinServer', host)}</p>
      <TextField label={text('joinName')} hint={text('joinNameHint')} value={name} onInput={setName} maxLength={120} />
      <p class="join-promise">{text('joinPromise')}</p>
      {step.is === 'asking' && step.failure && (
        <Notice tone="problem">
          <p>{failureText(step.failure)}</p>
        </Notice>
      )}
      <Button type="submit" look="primary" icon="team" busy={step.is === 'joining'} disabled={name.trim() === ''}>
        {text(step.is === 'joining' ? 'joinBusy' : 'joinButton')}
      </Button>
    </form>
  );
}
