import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { Section } from '../section.tsx';
import { useQuery } from '../store-context.ts';
import { JoinForm } from './join-form.tsx';
import { TeamCard } from './team-card.tsx';

/** The teams one is in, and the way into another. */
export function TeamSection() {
  const teams = useQuery((db) => db.teams.toArray());
  const [isJoining, setJoining] = useState(false);
  const [said, setSaid] = useState('');
  if (!teams) return <Section id="team">{null}</Section>;
  const isAlone = teams.length === 0;
  return (
    <Section id="team" intro={text('optionsTeamIntro')}>
      {said && (
        <Notice tone="good">
          <p>{said}</p>
        </Notice>
      )}
      {teams.map((team) => (
        <TeamCard key={team.id} team={team} onLeft={() => setSaid(text('optionsLeft', team.name))} />
      ))}
      {isAlone || isJoining ? (
        <JoinForm
          teams={teams}
          onJoined={(name) => {
            setJoining(false);
            setSaid(text('joinDone', name));
          }}
          onCancel={isAlone ? undefined : () => setJoining(false)}
        />
      ) : (
        <div>
          <Button icon="add" onClick={() => setJoining(true)}>
            {text('optionsTeamAnother')}
          </Button>
        </div>
      )}
    </Section>
  );
}
