import { useEffect, useRef, useState } from 'preact/hooks';
import { systemClock } from '../../../kit/clock.ts';
import { edit } from '../../../store/keep.ts';
import type { Shown } from '../../../store/read.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { SaveLine } from '../../../ui/save-line.tsx';
import { text } from '../../../ui/text.ts';
import { useAutosave } from '../../../ui/use-autosave.ts';
import { useStore } from '../desk.ts';

/** Edits a private question in its place; stored with every pause in typing. An empty one is not stored. */
export function QuestionEdit({ record, onDone }: { record: Shown<'question'>; onDone: () => void }) {
  const store = useStore();
  const [question, setQuestion] = useState(record.body.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { state, change, flush } = useAutosave((typed: string) =>
    edit(store, [record.team, record.id], (body) => ({ ...body, text: typed.trim() || record.body.text }), systemClock),
  );
  const type = (typed: string) => {
    setQuestion(typed);
    change(typed);
  };
  return (
    <div class="form">
      <TextArea label={text('askText')} value={question} inputRef={field} onInput={type} onBlur={flush} />
      <SaveLine state={state} />
      <Buttons>
        <Button onClick={onDone}>{text('uiDone')}</Button>
      </Buttons>
    </div>
  );
}
