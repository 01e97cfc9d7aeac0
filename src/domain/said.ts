import { type KindName, kinds } from './kinds/index.ts';
import type { Kind, Words } from './kinds/kind.ts';
import type { KnownRecord } from './record.ts';

/** What search reads in a record that was read. */
export function wordsOf(record: KnownRecord): Words {
  const kind = kinds[record.kind] as Kind<KindName, KnownRecord['body']>;
  return kind.words(record.body);
}

/** Id of the record this one is about (an answer's question, what a signal points at); '' for none. */
export function aboutOf(record: KnownRecord): string {
  const kind = kinds[record.kind] as Kind<KindName, KnownRecord['body']>;
  return kind.about?.(record.body) ?? '';
}
