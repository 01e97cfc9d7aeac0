import { useRef, useState } from 'preact/hooks';
import type { Shown } from '../../../store/read.ts';
import type { PlaceRow } from '../../../store/rows.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { kindName } from '../../../ui/kind-name.ts';
import { TagList } from '../../../ui/tag-list.tsx';
import { text } from '../../../ui/text.ts';
import { hasDraft } from '../../../ui/use-draft.ts';
import { useDesk } from '../desk.ts';
import { Actions } from './actions.tsx';
import { AnswerForm, answerDraft } from './answer-form.tsx';
import { AnswerList } from './answer-list.tsx';
import './card.css';
import { CardHead } from './card-head.tsx';
import { LongQuote } from './lesson-body.tsx';
import { LostTexts } from './lost-texts.tsx';
import { MeToo } from './me-too.tsx';
import { isCompared, Moved } from './moved.tsx';
import { OnlyHere } from './only-here.tsx';
import { QuestionEdit } from './question-edit.tsx';
import { Refused } from './refused.tsx';
import { Source } from './source.tsx';
import { canFollow } from './still-right.tsx';
import { ToldBy } from './told-by.tsx';
import { useAbout } from './use-about.ts';
import { useTakeBack } from './use-take-back.ts';

interface QuestionCardProps {
  record: Shown<'question'>;
  place?: PlaceRow | undefined;
  here?: boolean;
}

/** A question with its answers, and the place to answer it. */
export function QuestionCard({ record, place, here }: QuestionCardProps) {
  const about = useAbout(record.id);
  const [editing, setEditing] = useState(false);
  const card = useRef<HTMLElement>(null);
  const [answering, setAnswering] = useState(hasDraft(answerDraft(record.id)));
  const isReader = useDesk().teams.find(({ id }) => id === record.team)?.member.role === 'reader';
  const takeBack = useTakeBack(record);
  const { text: asked, quote, tags = [], lang } = record.body;
  const stopEditing = () => {
    setEditing(false);
    card.current?.focus();
  };
  const stopAnswering = () => {
    setAnswering(false);
    card.current?.focus();
  };
  return (
    <Card cardRef={card} label={`${kindName('question')}: ${asked.slice(0, 80)}`}>
      <CardHead record={record} here={here && place?.anchoring.state !== 'orphaned'} />
      {editing ? (
        <QuestionEdit record={record} onDone={stopEditing} />
      ) : (
        <p class="question-text" dir="auto">
          {asked}
        </p>
      )}
      {quote && !isCompared(place) && <LongQuote quote={quote} lang={lang} tone="question" />}
      {tags.length > 0 && <TagList tags={tags} />}
      <Moved record={record} place={place} />
      <ToldBy record={record} isSeen={canFollow(place)} />
      {!here && <Source record={record} />}
      {record.isMine && <Refused record={record} onTakeBack={takeBack} />}
      {record.isMine && <LostTexts record={record} />}
      <OnlyHere record={record} />
      <AnswerList question={record} about={about} />
      {answering && <AnswerForm question={record} onDone={stopAnswering} />}
      {!editing && !answering && (
        <Actions
          record={record}
          {...(record.team === '' ? { onEdit: () => setEditing(true) } : {})}
          onTakeBack={takeBack}
        >
          {!isReader && (
            <Button look="quiet" icon="answer" onClick={() => setAnswering(true)}>
              {text('answerOpen')}
            </Button>
          )}
          <MeToo record={record} about={about} />
        </Actions>
      )}
    </Card>
  );
}
