import { useId } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { text } from '../../../ui/text.ts';
import { LessonCard } from '../card/lesson-card.tsx';
import { QuestionCard } from '../card/question-card.tsx';
import type { PageLists, Part } from './use-page-lists.ts';

interface PlacedListProps {
  heading: string;
  hint?: string;
  part: Part;
  more: PageLists['more'];
}

/** Cards below a heading; nothing where there are none. A record keeps its card when sharing moves it. */
export function PlacedList({ heading, hint, part: { drawn, hidden }, more }: PlacedListProps) {
  const id = useId();
  if (drawn.length === 0) return null;
  return (
    <section class="list" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {hint && <p class="list-hint">{hint}</p>}
      {drawn.map(({ record, place }) =>
        record.kind === 'lesson' ? (
          <LessonCard key={record.id} record={record} place={place} here />
        ) : (
          <QuestionCard key={record.id} record={record} place={place} here />
        ),
      )}
      {hidden > 0 && <Button onClick={more.show}>{text('listMore', Math.min(hidden, more.most))}</Button>}
    </section>
  );
}
