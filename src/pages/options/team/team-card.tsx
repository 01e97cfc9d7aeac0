import { useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { openTab } from '../../../browser/tabs.ts';
import type { Failure } from '../../../kit/result.ts';
import type { TeamRow } from '../../../store/rows.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { count, type MessageKey, text } from '../../../ui/text.ts';
import { TimeAgo } from '../../../ui/time-ago.tsx';
import { useQuery } from '../store-context.ts';
import { InviteForm } from './invite-form.tsx';
import { LeaveForm } from './leave-form.tsx';

const roles: Record<TeamRow['member']['role'], MessageKey> = {
  owner: 'optionsRole_owner',
  admin: 'optionsRole_admin',
  member: 'optionsRole_member',
  reader: 'optionsRole_reader',
};

/** One team: who one is in it, how the exchange goes, and the way out. */
export function TeamCard({ team, onLeft }: { team: TeamRow; onLeft: () => void }) {
  const waiting = useQuery((db) => db.outbox.where('team').equals(team.id).count(), [team.id]) ?? 0;
  const [opened, setOpened] = useState<'leave' | 'invite' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const mayInvite = team.member.role === 'owner' || team.member.role === 'admin';
  const sync = async () => {
    setBusy(true);
    await ask('sync', {});
    setBusy(false);
  };
  const openPage = async () => {
    const made = await ask('invite', { team: team.id, uses: 1, forMe: true });
    if (made.ok) await openTab(made.value.link.replace('/join#', '/team#'));
    setFailure(made.ok ? null : made.failure);
  };
  return (
    <article class="box" aria-labelledby={`team-${team.id}`}>
      <h3 id={`team-${team.id}`} dir="auto">
        {team.name}
      </h3>
      <p>{text('optionsTeamAs', team.member.name, text(roles[team.member.role]))}</p>
      <p class="soft">
        {text('optionsTeamServer', new URL(team.server).host)}
        {team.syncedAt > 0 && (
          <>
            {' · '}
            {text('optionsTeamSynced')} <TimeAgo time={team.syncedAt} />
          </>
        )}
      </p>
      {waiting > 0 && <p class="soft">{count(waiting, 'optionsTeamWaitingOne', 'optionsTeamWaitingMany')}</p>}
      {team.problem && (
        <Notice tone="care">
          <p>{failureText(team.problem)}</p>
        </Notice>
      )}
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {opened === 'leave' && <LeaveForm team={team} onLeft={onLeft} onCancel={() => setOpened(null)} />}
      {opened === 'invite' && <InviteForm team={team} onDone={() => setOpened(null)} />}
      {opened === null && (
        <Buttons>
          {mayInvite && (
            <Button icon="team" onClick={() => setOpened('invite')}>
              {text('optionsInvite')}
            </Button>
          )}
          <Button icon="open" onClick={() => void openPage()}>
            {text('optionsTeamPage')}
          </Button>
          <Button busy={isBusy} onClick={() => void sync()}>
            {text('optionsTeamSync')}
          </Button>
          <Button look="quiet" onClick={() => setOpened('leave')}>
            {text('optionsLeave')}
          </Button>
        </Buttons>
      )}
    </article>
  );
}
