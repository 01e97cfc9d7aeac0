import type { Shown } from '../../../store/read.ts';
import { text } from '../../../ui/text.ts';
import { useDesk } from '../desk.ts';
import { sharingState } from './state.ts';

/** In a word or two, who has this. Nothing is said of a person without a team, who has everything alone. */
export function StateChip({ record }: { record: Shown }) {
  const desk = useDesk();
  const team = desk.team(record.team);
  const state = sharingState(record, desk.isWaiting(record));
  if (!record.isMine) return desk.teams.length > 1 ? <bdi class="chip">{team}</bdi> : null;
  if (state === 'private') return desk.teams.length > 0 ? <span class="chip">{text('stateOnlyYou')}</span> : null;
  const words = { waiting: text('stateWaiting'), refused: text('stateRefused'), shared: team };
  return <bdi class={`chip ${state}`}>{words[state]}</bdi>;
}
