import { useRef, useState } from 'preact/hooks';
import { headlineOf } from '../../../domain/headline.ts';
import type { Shown } from '../../../store/read.ts';
import type { PlaceRow } from '../../../store/rows.ts';
import { Card } from '../../../ui/card.tsx';
import { kindName } from '../../../ui/kind-name.ts';
import { hasDraft } from '../../../ui/use-draft.ts';
import { useDesk } from '../desk.ts';
import { changeDraft } from '../share/change-form.tsx';
import { Actions } from './actions.tsx';
import './card.css';
import { CardHead } from './card-head.tsx';
import { LessonBody } from './lesson-body.tsx';
import { LessonEdit } from './lesson-edit.tsx';
import { LostTexts } from './lost-texts.tsx';
import { isCompared, Moved } from './moved.tsx';
import { OnlyHere } from './only-here.tsx';
import { Refused } from './refused.tsx';
import { Source } from './source.tsx';
import { canFollow } from './still-right.tsx';
import { Thanked, Thanks } from './thanks.tsx';
import { ToldBy } from './told-by.tsx';
import { useTakeBack } from './use-take-back.ts';

interface LessonCardProps {
  record: Shown<'lesson'>;
  place?: PlaceRow | undefined;
  /** The page it is from is in view, so it need not be named. */
  here?: boolean;
  /** Opens with the cursor in its note. */
  note?: boolean;
}

/** A lesson: what it says, why it helped, and what can be done with it. */
export function LessonCard({ record, place, here, note }: LessonCardProps) {
  const desk = useDesk();
  const [editing, setEditing] = useState(record.isMine && (Boolean(note) || hasDraft(changeDraft(record.id))));
  const card = useRef<HTMLElement>(null);
  const takeBack = useTakeBack(record);
  const startEditing = () => setEditing(true);
  const stopEditing = () => {
    setEditing(false);
    card.current?.focus();
  };
  const canSign = !record.isMine && desk.teams.find(({ id }) => id === record.team)?.member.role !== 'reader';
  return (
    <Card cardRef={card} label={`${kindName('lesson')}: ${headlineOf(record).first.text.slice(0, 80)}`}>
      <CardHead record={record} here={here && place?.anchoring.state !== 'orphaned'} />
      {!editing && <Moved record={record} place={place} onEdit={startEditing} />}
      <LessonBody body={record.body} withNote={!editing} withQuote={editing || !isCompared(place)} />
      {!editing && <ToldBy record={record} isSeen={canFollow(place)} onEdit={startEditing} />}
      {!here && <Source record={record} />}
      {editing && <LessonEdit record={record} onDone={stopEditing} />}
      {record.isMine && <Refused record={record} onTakeBack={takeBack} />}
      {record.isMine && <LostTexts record={record} />}
      <OnlyHere record={record} />
      {record.isMine && <Thanked record={record} />}
      {!editing && (
        <Actions record={record} onEdit={startEditing} onTakeBack={takeBack}>
          {canSign && <Thanks record={record} />}
        </Actions>
      )}
    </Card>
  );
}
