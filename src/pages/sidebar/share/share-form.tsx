import { useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { systemClock } from '../../../kit/clock.ts';
import type { Failure } from '../../../kit/result.ts';
import type { Shown } from '../../../store/read.ts';
import type { TeamRow } from '../../../store/rows.ts';
import { share } from '../../../store/share.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, Buttons } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useStore } from '../desk.ts';
import { ConcernList } from './concern-list.tsx';
import { Preview } from './preview.tsx';
import { TeamChoice } from './team-choice.tsx';
import { useOffer } from './use-offer.ts';

interface ShareFormProps {
  record: Shown<'lesson'> | Shown<'question'>;
  teams: [TeamRow, ...TeamRow[]];
  onDone: () => void;
}

/** Confirms sharing after showing exactly what colleagues get. */
export function ShareForm({ record, teams, onDone }: ShareFormProps) {
  const store = useStore();
  const [chosen, setTeam] = useState(teams[0].id);
  const [failure, setFailure] = useState<Failure | null>(null);
  const offer = useOffer(record.body);
  const team = teams.find(({ id }) => id === chosen) ?? teams[0];
  const send = async (event: Event) => {
    event.preventDefault();
    const result = await share(store, record.id, team.id, offer.body, systemClock);
    if (!result.ok) return setFailure(result.failure);
    announce(text('shareDone', team.name));
    onDone();
    await ask('sync', {});
    await ask('refresh', {});
  };
  return (
    <form class="form" onSubmit={send}>
      {teams.length > 1 && <TeamChoice teams={teams} chosen={team.id} onChoose={setTeam} />}
      <p>{text('shareExactlyWhom', team.name)}</p>
      <Preview kind={record.kind} body={offer.body} author={team.member.name} />
      <ConcernList offer={offer} />
      <p class="share-promise">{text('sharePromise')}</p>
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <Buttons>
        <Button type="submit" look="primary" icon="share">
          {text('shareConfirm', team.name)}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {text('uiCancel')}
        </Button>
      </Buttons>
    </form>
  );
}
