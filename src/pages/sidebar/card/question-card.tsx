import { useRef, useState } from 'preact/hooks';
import type { Shown } from '../../../store/read.ts';
import type { PlaceRow } from '../../../store/rows.ts';
import { Card } from '../../../ui/card.tsx';
import { kindName } from '../../../ui/result-row.tsx';
import { TagList } from '../../../ui/tag-list.tsx';
import { Actions } from './actions.tsx';
import { AnswerBox } from './answer-box.tsx';
import { AnswerList } from './answer-list.tsx';
import './card.css';
import { CardHead } from './card-head.tsx';
import { LongQuote } from './lesson-body.tsx';
import { MeToo } from './me-too.tsx';
import { Moved } from './moved.tsx';
import { QuestionEdit } from './question-edit.tsx';
import { Refused } from './refused.tsx';
import { Source } from './source.tsx';
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
  const takeBack = useTakeBack(record);
  const { text: question, quote, tags = [], lang } = record.body;
  const stopEditing = () => {
    setEditing(false);
    card.current?.focus();
  };
  return (
    <Card cardRef={card} label={`${kindName('question')}: ${question.slice(0, 80)}`}>
      <CardHead record={record} />
      {editing ? (
        <QuestionEdit record={record} onDone={stopEditing} />
      ) : (
        <p class="question-text" dir="auto">
          {question}
        </p>
      )}
      {quote && <LongQuote quote={quote} lang={lang} tone="question" />}
      {tags.length > 0 && <TagList tags={tags} />}
      <Moved place={place} />
      {!here && <Source record={record} />}
      {record.isMine && <Refused record={record} onTakeBack={takeBack} />}
      <AnswerList question={record} about={about} />
      <AnswerBox question={record} />
      {!editing && (
        <Actions
          record={record}
          {...(record.team === '' ? { onEdit: () => setEditing(true) } : {})}
          onTakeBack={takeBack}
        >
          <MeToo record={record} about={about} />
        </Actions>
      )}
    </Card>
  );
}
