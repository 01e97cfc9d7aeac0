import { useId, useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { text } from '../../../ui/text.ts';
import { LessonCard } from '../card/lesson-card.tsx';
import { QuestionCard } from '../card/question-card.tsx';
import type { Placed } from './arrange.ts';

interface PlacedListProps {
  heading: string;
  hint?: string;
  placed: Placed[];
}

/** A page may hold thousands; more cards than a person reads are drawn only when asked for. */
const FIRST = 30;
const MORE = 60;

/** Cards below a heading; nothing where there are none. A record keeps its card when sharing moves it. */
export function PlacedList({ heading, hint, placed }: PlacedListProps) {
  const id = useId();
  const [most, setMost] = useState(FIRST);
  if (placed.length === 0) return null;
  const hidden = placed.length - most;
  return (
    <section class="list" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {hint && <p class="list-hint">{hint}</p>}
      {placed
        .slice(0, most)
        .map(({ record, place }) =>
          record.kind === 'lesson' ? (
            <LessonCard key={record.id} record={record} place={place} here />
          ) : (
            <QuestionCard key={record.id} record={record} place={place} here />
          ),
        )}
      {hidden > 0 && <Button onClick={() => setMost(most + MORE)}>{text('listMore', Math.min(hidden, MORE))}</Button>}
    </section>
  );
}
