import { useState } from 'preact/hooks';
import { systemClock } from '../../../kit/clock.ts';
import { edit } from '../../../store/keep.ts';
import type { Shown } from '../../../store/read.ts';
import { PRIVATE } from '../../../store/rows.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { LessonEditor } from '../../../ui/lesson-editor.tsx';
import { type LessonFields, withFields } from '../../../ui/lesson-fields.ts';
import { text } from '../../../ui/text.ts';
import { useStore } from '../desk.ts';
import { ChangeForm } from '../share/change-form.tsx';

interface LessonEditProps {
  record: Shown<'lesson'>;
  onDone: () => void;
}

/**
 * Edits a lesson in its place. A private one is stored with every pause in typing; a shared one goes to colleagues only
 * when the person says so, and after the same look at it as before the first time.
 */
export function LessonEdit({ record, onDone }: LessonEditProps) {
  return record.team === PRIVATE ? (
    <PrivateEdit record={record} onDone={onDone} />
  ) : (
    <ChangeForm record={record} onDone={onDone} />
  );
}

function PrivateEdit({ record, onDone }: LessonEditProps) {
  const store = useStore();
  const [body] = useState(record.body);
  const save = async (fields: LessonFields) => {
    return edit(store, [record.team, record.id], (now) => withFields(now, fields), systemClock);
  };
  return (
    <>
      <LessonEditor body={body} save={save} autoFocus onEscape={onDone} />
      <Buttons>
        <Button onClick={onDone}>{text('uiDone')}</Button>
      </Buttons>
    </>
  );
}
