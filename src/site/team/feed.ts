import { type KnownRecord, readRecord, recordSchema } from '../../domain/record.ts';
import type { Pulled } from '../../wire/sync.ts';

type Written<Kind extends KnownRecord['kind']> = Extract<KnownRecord, { kind: Kind }>;

/** A lesson or a question with the answers that came with it, and what its people are called. */
export interface FeedEntry {
  record: Written<'lesson' | 'question'>;
  /** '' for who is in the team no more. */
  author: string;
  answers: { record: Written<'answer'>; author: string }[];
}

/** What is to be read of the latest records, in their order, answers below their question. What is not understood is left out. */
export function readFeed({ records, people = [] }: Pulled): FeedEntry[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const named = <R extends KnownRecord>(record: R) => ({ record, author: names.get(record.author ?? '') ?? '' });
  const known = records.flatMap(readKnown);
  const answers = known.filter((one) => one.kind === 'answer');
  return known
    .filter((one) => one.kind === 'lesson' || one.kind === 'question')
    .map((record) => ({
      ...named(record),
      answers: answers
        .filter(({ body }) => body.question === record.id)
        .sort((a, b) => a.body.created - b.body.created)
        .map(named),
    }));
}

function readKnown(value: unknown): KnownRecord[] {
  const parsed = recordSchema.safeParse(value);
  const read = parsed.success ? readRecord(parsed.data) : null;
  return read?.ok ? [read.value] : [];
}
