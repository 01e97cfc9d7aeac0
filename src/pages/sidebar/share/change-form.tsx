import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { systemClock } from '../../../kit/clock.ts';
import type { Failure } from '../../../kit/result.ts';
import { edit } from '../../../store/keep.ts';
import type { Shown } from '../../../store/read.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, Buttons } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { fieldsOf, type LessonFields, readLink, withFields } from '../../../ui/lesson-fields.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useDesk, useStore } from '../desk.ts';
import { ConcernList } from './concern-list.tsx';
import { useOffer } from './use-offer.ts';

/** Key of a change that was typed and not shared. */
export const changeDraft = (id: string): string => `change ${id}`;

/** Edits a lesson that colleagues have: they get the change when the person shares it, not with every key. */
export function ChangeForm({ record, onDone }: { record: Shown<'lesson'>; onDone: () => void }) {
  const store = useStore();
  const desk = useDesk();
  const [fields, setFields, drop] = useDraft(changeDraft(record.id), () => fieldsOf(record.body));
  const [failure, setFailure] = useState<Failure | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => note.current?.focus(), []);
  const { note: newNote, tags, link } = withFields(record.body, fields);
  const offer = useOffer({ note: newNote, tags, link });
  const set = (changed: Partial<LessonFields>) => setFields({ ...fields, ...changed });
  const team = desk.team(record.team);

  const close = () => {
    drop();
    onDone();
  };
  const send = async (event: Event) => {
    event.preventDefault();
    const { note: _n, tags: _t, link: _l, ...rest } = record.body;
    const result = await edit(store, [record.team, record.id], () => ({ ...rest, ...offer.body }), systemClock);
    if (!result.ok) return setFailure(result.failure);
    announce(text('shareDone', team));
    close();
    await ask('sync', {});
  };
  return (
    <form class="form" onSubmit={send}>
      <TextArea
        label={text('lessonNote')}
        hint={text('changeHint', team)}
        value={fields.note}
        inputRef={note}
        onInput={(value) => set({ note: value })}
      />
      <TextField
        label={text('lessonTags')}
        hint={text('lessonTagsHint')}
        value={fields.tags}
        onInput={(value) => set({ tags: value })}
      />
      <TextField
        label={text('lessonLink')}
        mode="url"
        value={fields.link}
        wrong={readLink(fields.link) === null ? text('lessonLinkWrong') : undefined}
        onInput={(value) => set({ link: value })}
      />
      <ConcernList offer={offer} />
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <Buttons>
        <Button type="submit" look="primary" icon="share">
          {text('changeConfirm')}
        </Button>
        <Button look="quiet" onClick={close}>
          {text('uiCancel')}
        </Button>
      </Buttons>
    </form>
  );
}
