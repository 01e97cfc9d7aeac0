import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../kit/result.ts';
import { Button, Buttons } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { failureText } from './failure.ts';
import { TextArea } from './field.tsx';
import './form.css';
import { beginning } from './long-text.tsx';
import { Notice } from './notice.tsx';
import { Quote } from './quote.tsx';
import { text } from './text.ts';
import { useDraft } from './use-draft.ts';

interface AskFormProps {
  /** Tells it from other questions that may be begun: what was typed is still there when it is come back to. */
  draft: string;
  /** What the question is about, as it stood on the page. */
  quote?: string;
  /** Title of the page it arose on. */
  page?: string;
  words?: string;
  /** What pressing the button leads to, in a sentence. */
  hint: string;
  keep: (question: string) => Promise<Result<unknown>>;
  onCancel: () => void;
}

/** A question where it arose. Keeping it is private; sharing is another step. */
export function AskForm({ draft, quote, page, words = '', hint, keep, onCancel }: AskFormProps) {
  const [question, setQuestion, drop] = useDraft(`ask ${draft}`, () => words);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(question.length, question.length);
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || question.trim() === '') return;
    setBusy(true);
    const result = await keep(question.trim());
    setBusy(false);
    if (result.ok) drop();
    else setFailure(result.failure);
  };
  const giveUp = () => {
    drop();
    onCancel();
  };

  return (
    <form class="form" onSubmit={submit}>
      {quote && <Quote tone="question">{beginning(quote)}</Quote>}
      {page && (
        <p class="form-source">
          <bdi>{page}</bdi>
        </p>
      )}
      <TextArea
        label={text('askText')}
        hint={hint}
        value={question}
        inputRef={field}
        rows={3}
        onInput={setQuestion}
        onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && void submit(event)}
      />
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
          <CopyButton content={() => question} />
        </Notice>
      )}
      <Buttons>
        <Button type="submit" look="primary" busy={busy} disabled={question.trim() === ''}>
          {text('askKeep')}
        </Button>
        <Button look="quiet" onClick={giveUp}>
          {text('uiCancel')}
        </Button>
      </Buttons>
    </form>
  );
}
