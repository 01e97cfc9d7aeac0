import { uiLanguage } from '../../browser/text.ts';
import { systemClock } from '../../kit/clock.ts';
import { createId } from '../../kit/id.ts';
import { writtenIn } from '../../search/text/written-in.ts';
import { keep } from '../../store/keep.ts';
import { announce } from '../../ui/announcer.tsx';
import { type LessonFields, withFields } from '../../ui/lesson-fields.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { text } from '../../ui/text.ts';
import { WriteForm } from '../../ui/write-form.tsx';
import { useDesk, useStore } from './desk.ts';

const WRITE = { view: 'write' } as const;

/** Writes a lesson from nothing, and shows it. */
export function WriteView() {
  const store = useStore();
  const desk = useDesk();
  const write = async (fields: LessonFields) => {
    const language = await writtenIn([fields.title, fields.note], uiLanguage());
    const body = withFields({ created: systemClock(), ...language }, fields);
    const result = await keep(store, { id: createId(), kind: 'lesson', body }, systemClock);
    if (!result.ok) return result;
    announce(text('uiKept'));
    desk.finish(WRITE, { view: 'one', key: [result.value.team, result.value.id], note: false });
    return result;
  };
  return (
    <Sheet title={text('writeHeading')} onBack={desk.back}>
      <WriteForm keep={write} onCancel={() => desk.finish(WRITE)} />
    </Sheet>
  );
}
