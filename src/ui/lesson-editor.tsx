import { useEffect, useRef, useState } from 'preact/hooks';
import type { BodyOf } from '../domain/kinds/index.ts';
import type { Result } from '../kit/result.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { TextArea, TextField } from './field.tsx';
import './form.css';
import { fieldsOf, type LessonFields, readLink } from './lesson-fields.ts';
import { SaveLine } from './save-line.tsx';
import { text } from './text.ts';
import { useAutosave } from './use-autosave.ts';

interface LessonEditorProps {
  body: BodyOf<'lesson'>;
  /** Stores the fields durably. */
  save: (fields: LessonFields) => Promise<Result<unknown>>;
  /** Puts the cursor into the note. */
  autoFocus?: boolean;
  onEscape?: () => void;
}

/** Why a lesson mattered, in one's own words, with tags and a link. Everything is stored as it is typed. */
export function LessonEditor({ body, save, autoFocus, onEscape }: LessonEditorProps) {
  const [fields, setFields] = useState(() => fieldsOf(body));
  const [more, setMore] = useState(Boolean(fields.tags || fields.link));
  const { state, change, flush } = useAutosave(save);
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) note.current?.focus();
  }, [autoFocus]);
  const set = (changed: Partial<LessonFields>) => {
    const next = { ...fields, ...changed };
    setFields(next);
    change(next);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !onEscape) return;
    event.preventDefault();
    void flush().then(onEscape);
  };
  return (
    <div class="form">
      <TextArea
        label={text('lessonNote')}
        placeholder={text('lessonNoteHint')}
        value={fields.note}
        inputRef={note}
        onInput={(value) => set({ note: value })}
        onBlur={flush}
        onKeyDown={leave}
      />
      {more ? (
        <>
          <TextField
            label={text('lessonTags')}
            hint={text('lessonTagsHint')}
            value={fields.tags}
            onInput={(value) => set({ tags: value })}
            onBlur={flush}
            onKeyDown={leave}
          />
          <TextField
            label={text('lessonLink')}
            mode="url"
            value={fields.link}
            wrong={readLink(fields.link) === null ? text('lessonLinkWrong') : undefined}
            onInput={(value) => set({ link: value })}
            onBlur={flush}
            onKeyDown={leave}
          />
        </>
      ) : (
        <div>
          <Button look="quiet" icon="add" onClick={() => setMore(true)}>
            {text('lessonMore')}
          </Button>
        </div>
      )}
      <SaveLine state={state} />
      {state.is === 'failed' && <CopyButton content={() => fields.note} label={text('uiCopyText')} />}
    </div>
  );
}
