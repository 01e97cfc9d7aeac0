import { ask } from '../../../browser/ask.ts';
import type { Shown } from '../../../store/read.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { kindName } from '../../../ui/kind-name.ts';
import { text } from '../../../ui/text.ts';
import { TimeAgo } from '../../../ui/time-ago.tsx';
import { useDesk } from '../desk.ts';
import { StateChip } from './state-chip.tsx';

const hasPassage = (record: Shown): boolean =>
  (record.kind === 'lesson' || record.kind === 'question') && (record.body.target?.selectors.length ?? 0) > 0;

/** Who wrote it, when, and who has it. */
export function CardHead({ record, here }: { record: Shown; here?: boolean | undefined }) {
  const desk = useDesk();
  const { team, id } = record;
  return (
    <header class={`card-head ${record.kind}`}>
      <Icon name={record.kind === 'question' ? 'question' : 'keep'} />
      <span class="hidden-visually">{kindName(record.kind)}</span>
      <bdi class="card-author">{desk.author(record)}</bdi>
      <TimeAgo time={record.created} />
      <span class="card-end">
        <StateChip record={record} />
        {here && hasPassage(record) && (
          <IconButton icon="show" label={text('panelShow')} onClick={() => void ask('goTo', { team, id })} />
        )}
      </span>
    </header>
  );
}
