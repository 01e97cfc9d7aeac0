import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../kit/result.ts';
import { Button, Buttons } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { failureText } from './failure.ts';
import { TextArea, TextField } from './field.tsx';
import './form.css';
import { type LessonFields, noFields, readLink } from './lesson-fields.ts';
import { Notice } from './notice.tsx';
import { text } from './text.ts';
import { useDraft } from './use-draft.ts';

interface WriteFormProps {
  keep: (fields: LessonFields) => Promise<Result<unknown>>;
  onCancel: () => void;
}

/**
 * A lesson written from nothing: a title, a link, why it helps. What could not be kept stays in front of the person, and what was begun
 * is still there when it is come back to.
 */
export function WriteForm({ keep, onCancel }: WriteFormProps) {
  const [fields, setFields, drop] = useDraft('write', () => noFields);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const first = useRef<HTMLTextAreaElement>(null);
  // At once: an effect of the next frame would take the cursor from whoever is at another field already.
  useLayoutEffect(() => first.current?.focus(), []);
  const isWrongLink = readLink(fields.link) === null;
  const isEmpty = [fields.title, fields.note, fields.link].every((field) => field.trim() === '');

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || isEmpty || isWrongLink) return;
    setBusy(true);
    const result = await keep(fields);
    setBusy(false);
    if (result.ok) drop();
    else setFailure(result.failure);
  };
  const giveUp = () => {
    drop();
    onCancel();
  };
  const set = (changed: Partial<LessonFields>) => setFields({ ...fields, ...changed });

  return (
    <form class="form" onSubmit={submit} noValidate>
      <TextArea
        label={text('writeNote')}
        value={fields.note}
        inputRef={first}
        rows={4}
        onInput={(note) => set({ note })}
        onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && void submit(event)}
      />
      <TextField label={text('writeTitle')} value={fields.title} onInput={(title) => set({ title })} />
      <TextField
        label={text('lessonLink')}
        mode="url"
        value={fields.link}
        wrong={isWrongLink ? text('lessonLinkWrong') : undefined}
        onInput={(link) => set({ link })}
      />
      <TextField
        label={text('lessonTags')}
        hint={text('lessonTagsHint')}
        value={fields.tags}
        onInput={(tags) => set({ tags })}
      />
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
          <CopyButton content={() => [fields.title, fields.note, fields.link].filter(Boolean).join('\n\n')} />
        </Notice>
      )}
      <Buttons>
        <Button type="submit" look="primary" busy={busy} disabled={isEmpty || isWrongLink}>
          {text('uiKeep')}
        </Button>
        <Button look="quiet" onClick={giveUp}>
          {text('uiCancel')}
        </Button>
      </Buttons>
    </form>
  );
}
