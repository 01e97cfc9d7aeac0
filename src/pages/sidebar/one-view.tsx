import type { Db } from '../../store/db.ts';
import { live } from '../../store/live.ts';
import { placesOn, readMany, readOne, type Shown } from '../../store/read.ts';
import type { PlaceRow, RecordKey } from '../../store/rows.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { text } from '../../ui/text.ts';
import { useKindName } from '../../ui/use-kind-name.ts';
import { useLive } from '../../ui/use-live.ts';
import { LessonCard } from './card/lesson-card.tsx';
import { QuestionCard } from './card/question-card.tsx';
import { useDesk, useStore } from './desk.ts';

interface OneViewProps {
  recordKey: RecordKey;
  note: boolean;
  onBack: () => void;
}

/** One record alone: what the panel was opened for, or what was found. */
export function OneView({ recordKey, note, onBack }: OneViewProps) {
  const { relaxed } = useStore();
  const { teams } = useDesk();
  const teamIds = teams.map(({ id }) => id);
  const found = useLive(
    () => live(() => readWithPlace(relaxed, recordKey, ['', ...teamIds])),
    [recordKey.join(' '), teamIds.join(' ')],
  );
  const title = useKindName(found?.record);
  if (found === undefined) return null;
  return (
    <Sheet title={title} onBack={onBack}>
      {found === null && <p>{text('failure_gone')}</p>}
      {found?.record.kind === 'lesson' && <LessonCard record={found.record} place={found.place} note={note} />}
      {found?.record.kind === 'question' && <QuestionCard record={found.record} place={found.place} />}
    </Sheet>
  );
}

/** The record under its key, or where sharing or taking back has moved it; for an answer, its question. */
async function readWithPlace(
  db: Db,
  [team, id]: RecordKey,
  teams: string[],
): Promise<{ record: Shown; place: PlaceRow | undefined } | null> {
  const there = await readOne(db, [team, id]);
  const moved =
    there ??
    (
      await readMany(
        db,
        teams.map((other): RecordKey => [other, id]),
      )
    )[0];
  if (moved?.kind === 'answer') return readWithPlace(db, [moved.team, moved.body.question], teams);
  if (!moved) return null;
  const places = await placesOn(db, moved.page);
  return { record: moved, place: places.find((place) => place.team === moved.team && place.id === moved.id) };
}
