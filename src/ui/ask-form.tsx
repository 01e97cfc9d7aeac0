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

interface AskFormProps {
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
export function AskForm({ quote, page, words = '', hint, keep, onCancel }: AskFormProps) {
  const [question, setQuestion] = useState(words);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(words.length, words.length);
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || question.trim() === '') return;
    setBusy(true);
    const result = await keep(question.trim());
    setBusy(false);
    if (!result.ok) setFailure(result.failure);
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
        <Button look="quiet" onClick={onCancel}>
          {text('uiCancel')}
        </Button>
      </Buttons>
    </form>
  );
}
