import { live } from '../../../store/live.ts';
import { readOne, type Shown } from '../../../store/read.ts';
import type { RecordKey } from '../../../store/rows.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { text } from '../../../ui/text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useDesk, useStore } from '../desk.ts';
import { ShareForm } from './share-form.tsx';

/** The step between keeping and sharing: which team, exactly what, and what should perhaps not travel. */
export function ShareView({ recordKey, onDone }: { recordKey: RecordKey; onDone: () => void }) {
  const { relaxed } = useStore();
  const { teams } = useDesk();
  const record = useLive(() => live(() => readOne(relaxed, recordKey)), [recordKey.join(' ')]);
  const open = teams.filter(({ member }) => member.role !== 'reader');
  return (
    <Sheet title={text('shareHeading')} onBack={onDone}>
      {record === null && <p>{text('failure_gone')}</p>}
      {canShare(record) && open[0] && <ShareForm record={record} teams={[open[0], ...open.slice(1)]} onDone={onDone} />}
    </Sheet>
  );
}

const canShare = (record: Shown | null | undefined): record is Shown<'lesson'> | Shown<'question'> =>
  record?.kind === 'lesson' || record?.kind === 'question';
