import { useId } from 'preact/hooks';
import type { TeamRow } from '../../../store/rows.ts';
import { text } from '../../../ui/text.ts';
import './team-choice.css';

interface TeamChoiceProps {
  teams: TeamRow[];
  chosen: string;
  onChoose: (team: string) => void;
}

/** Which team, for people in several. */
export function TeamChoice({ teams, chosen, onChoose }: TeamChoiceProps) {
  const name = useId();
  return (
    <fieldset class="team-choice">
      <legend>{text('shareTeam')}</legend>
      {teams.map((team) => (
        <label key={team.id}>
          <input type="radio" name={name} checked={team.id === chosen} onChange={() => onChoose(team.id)} />
          <bdi>{team.name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
