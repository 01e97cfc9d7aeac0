import { useEffect, useRef, useState } from 'preact/hooks';
import type { BodyOf } from '../../../domain/kinds/index.ts';
import { systemClock } from '../../../kit/clock.ts';
import type { Failure } from '../../../kit/result.ts';
import type { Shown } from '../../../store/read.ts';
import { PRIVATE } from '../../../store/rows.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, Buttons } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { TextArea } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useDesk, useStore } from '../desk.ts';
import { ConcernList } from '../share/concern-list.tsx';
import { useOffer } from '../share/use-offer.ts';
import { reply } from '../signal.ts';

/** Key of what was typed and not sent. */
export const answerDraft = (question: string): string => `answer ${question}`;

interface AnswerFormProps {
  question: Shown<'question'>;
  onDone: () => void;
}

/** Where a question is answered. What is typed is exactly what the team gets; what it should perhaps not carry is said. */
export function AnswerForm({ question, onDone }: AnswerFormProps) {
  const store = useStore();
  const desk = useDesk();
  const [words, setWords, drop] = useDraft(answerDraft(question.id), () => '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (words === '') field.current?.focus();
  }, []);
  const isShared = question.team !== PRIVATE;
  const draft: BodyOf<'answer'> = { created: 0, question: question.id, text: words.trim() };
  const offer = useOffer(draft, isShared);
  const close = () => {
    drop();
    onDone();
  };
  const send = async (event: Event) => {
    event.preventDefault();
    if (words.trim() === '') return;
    const body = { ...(offer.body as BodyOf<'answer'>), created: systemClock() };
    const result = await reply(store, 'answer', body, question.team);
    if (!result.ok) return setFailure(result.failure);
    announce(text('answerDone'));
    close();
  };
  return (
    <form class="form" onSubmit={send}>
      <TextArea
        label={text('answerText')}
        hint={isShared ? text('answerHint', desk.team(question.team)) : undefined}
        value={words}
        inputRef={field}
        onInput={setWords}
        onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && void send(event)}
      />
      <ConcernList offer={offer} />
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <Buttons>
        <Button type="submit" look="primary" disabled={words.trim() === ''}>
          {isShared ? text('answerShare') : text('uiKeep')}
        </Button>
        <Button look="quiet" onClick={close}>
          {text('uiCancel')}
        </Button>
      </Buttons>
    </form>
  );
}
