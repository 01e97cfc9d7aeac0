import { ask } from '../../browser/ask.ts';
import { uiLanguage } from '../../browser/text.ts';
import { systemClock } from '../../kit/clock.ts';
import { createId } from '../../kit/id.ts';
import { writtenIn } from '../../search/text/written-in.ts';
import type { Store } from '../../store/db.ts';
import { keep } from '../../store/keep.ts';
import { announce } from '../../ui/announcer.tsx';
import { type LessonFields, withFields } from '../../ui/lesson-fields.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { text } from '../../ui/text.ts';
import { WriteForm } from '../../ui/write-form.tsx';

/** Writes a lesson from nothing. */
export function WriteView({ store, onDone }: { store: Store; onDone: () => void }) {
  const write = async (fields: LessonFields) => {
    const language = await writtenIn([fields.title, fields.note], uiLanguage());
    const body = withFields({ created: systemClock(), ...language }, fields);
    const result = await keep(store, { id: createId(), kind: 'lesson', body }, systemClock);
    if (!result.ok) return result;
    announce(text('uiKept'));
    void ask('refresh', {});
    onDone();
    return result;
  };
  return (
    <Sheet title={text('writeHeading')} onBack={onDone}>
      <WriteForm keep={write} onCancel={onDone} />
    </Sheet>
  );
}
