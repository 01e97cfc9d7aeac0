import type { Shown } from '../../../store/read.ts';
import { Icon } from '../../../ui/icon.tsx';
import { kindName } from '../../../ui/result-row.tsx';
import { TimeAgo } from '../../../ui/time-ago.tsx';
import { useDesk } from '../desk.ts';
import { StateChip } from './state-chip.tsx';

/** Who wrote it, when, and who has it. */
export function CardHead({ record }: { record: Shown }) {
  const desk = useDesk();
  return (
    <header class={`card-head ${record.kind}`}>
      <Icon name={record.kind === 'question' ? 'question' : 'keep'} />
      <span class="hidden-visually">{kindName(record.kind)}</span>
      <bdi class="card-author">{desk.author(record)}</bdi>
      <TimeAgo time={record.created} />
      <StateChip record={record} />
    </header>
  );
}
