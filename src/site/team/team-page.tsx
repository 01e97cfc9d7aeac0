import { useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '../../kit/result.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { Notice } from '../../ui/notice.tsx';
import { text } from '../../ui/text.ts';
import { leftSchema } from '../../wire/people.ts';
import { DevicesSection } from './devices-section.tsx';
import { type Entered, enter, forgetToken, isOver, isPassing } from './enter.ts';
import { FeedSection } from './feed-section.tsx';
import { MembersSection } from './members-section.tsx';
import { OwnDataSection } from './own-data-section.tsx';
import { roleNames } from './role-select.tsx';
import './team.css';

/** A team seen from its server: the members for those in charge, what was shared, one's devices and one's own data. */
export function TeamPage() {
  const [entered, setEntered] = useState<Result<Entered> | null>(null);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => void enter().then(setEntered), []);
  if (entered === null) return null;
  if (said !== '') return <Closed sentence={said} />;
  if (!entered.ok) return <Closed failure={entered.failure} />;
  const { me, api } = entered.value;
  document.title = me.team.name;
  const close = (sentence: string) => {
    forgetToken();
    setSaid(sentence);
  };
  const signOut = async () => {
    const left = await api.post('leave', { records: 'leave' }, leftSchema);
    if (left.ok || isOver(left.failure.code)) close(text('teamPageClosedHow'));
    else setFailure(left.failure);
  };
  const isInCharge = me.member.role === 'owner' || me.member.role === 'admin';
  return (
    <>
      <header>
        <h1 dir="auto">{me.team.name}</h1>
        <p>{text('teamPageAs', me.member.name, text(roleNames[me.member.role]))}</p>
        <Button look="quiet" onClick={() => void signOut()}>
          {text('teamPageSignOut')}
        </Button>
        {failure && (
          <Notice tone="problem">
            <p>{failureText(failure)}</p>
            <p>{text('teamPageStillOpen')}</p>
          </Notice>
        )}
      </header>
      {isInCharge && <MembersSection me={me} api={api} />}
      <FeedSection api={api} />
      <DevicesSection me={me} api={api} />
      <OwnDataSection me={me} api={api} onErased={() => close(text('teamPageErased'))} />
      <Announcer />
    </>
  );
}

function Closed({ failure, sentence }: { failure?: Failure; sentence?: string }) {
  document.title = text('teamPageClosed');
  const isClosed = !failure || isOver(failure.code);
  return (
    <>
      <h1>{text('teamPageClosed')}</h1>
      <Notice tone="care">
        <p>{sentence ?? (isClosed ? text('teamPageClosedHow') : failureText(failure))}</p>
        {failure && isPassing(failure.code) && <p>{text('teamPageReload')}</p>}
      </Notice>
    </>
  );
}
