import type { Shown } from '../../../store/read.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { text } from '../../../ui/text.ts';
import { TimeAgo } from '../../../ui/time-ago.tsx';
import { useDesk } from '../desk.ts';
import { LinkOut, Note } from './lesson-body.tsx';
import { signalsOf, useAbout } from './use-about.ts';
import { useSign } from './use-sign.ts';

interface AnswerListProps {
  question: Shown<'question'>;
  about: (Shown<'answer'> | Shown<'signal'>)[];
}

/** Answers, oldest first. */
export function AnswerList({ question, about }: AnswerListProps) {
  const answers = about.filter((one): one is Shown<'answer'> => one.kind === 'answer');
  if (answers.length === 0) return null;
  return (
    <ol class="answers" aria-label={text('answersLabel')}>
      {answers.map((answer) => (
        <Answer key={`${answer.team} ${answer.id}`} answer={answer} question={question} />
      ))}
    </ol>
  );
}

/** One answer; whoever asked can say that it solved it. */
function Answer({ answer, question }: { answer: Shown<'answer'>; question: Shown<'question'> }) {
  const desk = useDesk();
  const accepted = signalsOf(useAbout(answer.id), 'accepted').find((signal) => signal.author === question.author);
  const toggle = useSign(answer, 'accepted', accepted);
  const { text: words, link } = answer.body;
  return (
    <li class={accepted ? 'accepted' : undefined}>
      <p class="answer-head">
        <bdi class="card-author">{desk.author(answer)}</bdi>
        <TimeAgo time={answer.created} />
        {accepted && (
          <span class="answer-solved">
            <Icon name="check" /> {text('answerSolved')}
          </span>
        )}
      </p>
      <Note note={words} />
      {link && <LinkOut href={link} />}
      {(question.isMine || answer.isMine) && (
        <div class="actions">
          {question.isMine && (
            <Button look="quiet" icon="check" pressed={accepted !== undefined} onClick={() => void toggle()}>
              {text('answerAccept')}
            </Button>
          )}
          {answer.isMine && (
            <span class="actions-end">
              <IconButton
                icon="remove"
                label={text('panelRemove')}
                onClick={() => desk.remove([[answer.team, answer.id]])}
              />
            </span>
          )}
        </div>
      )}
    </li>
  );
}
