import { useId } from 'preact/hooks';
import { LessonCard } from '../card/lesson-card.tsx';
import { QuestionCard } from '../card/question-card.tsx';
import type { Placed } from './arrange.ts';

interface PlacedListProps {
  heading: string;
  hint?: string;
  placed: Placed[];
}

/** Cards below a heading; nothing where there are none. A record keeps its card when sharing moves it. */
export function PlacedList({ heading, hint, placed }: PlacedListProps) {
  const id = useId();
  if (placed.length === 0) return null;
  return (
    <section class="list" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {hint && <p class="list-hint">{hint}</p>}
      {placed.map(({ record, place }) =>
        record.kind === 'lesson' ? (
          <LessonCard key={record.id} record={record} place={place} here />
        ) : (
          <QuestionCard key={record.id} record={record} place={place} here />
        ),
      )}
    </section>
  );
}
