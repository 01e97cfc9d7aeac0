import { useRef } from 'preact/hooks';
import type { KnownRecord } from '../domain/record.ts';
import { kindName } from './kind-name.ts';
import { text } from './text.ts';

/** What a record that is shown alone is called; what is gone, by its last kind. */
export function useKindName(record: Pick<KnownRecord, 'kind'> | null | undefined): string {
  const last = useRef<string | null>(null);
  if (record) last.current = kindName(record.kind);
  return last.current ?? text('kindEither');
}
