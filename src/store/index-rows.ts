import { STAMP } from './index-stamp.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { FreshRow, MetaRow, SegmentRow } from './rows.ts';

/** What says how the search index stands. */
export interface IndexRows {
  stamp: MetaRow | undefined;
  segments: SegmentRow[];
  fresh: FreshRow[];
  gone: number[];
  /** Whether anybody thanked for anything, or gave another sign. */
  hasSignals: boolean;
}

/** All in one transaction, so that no record is in two places or in none. */
export async function readIndexRows(db: Reading): Promise<IndexRows> {
  const [stamp, segments, fresh, gone, signal] = (await quickRead(
    db,
    ['meta', 'segments', 'fresh', 'gone', 'records'],
    (table) =>
      [
        table('meta').get(STAMP),
        table('segments').getAll(),
        table('fresh').getAll(),
        table('gone').getAllKeys(),
        table('records')
          .index('[kind+created]')
          .getKey(IDBKeyRange.bound(['signal'], ['signal', []])),
      ] as IDBRequest<unknown>[],
  )) as [MetaRow | undefined, SegmentRow[], FreshRow[], number[], IDBValidKey | undefined];
  return { stamp, segments, fresh, gone, hasSignals: signal !== undefined };
}
