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
  /** Whether anybody shared a name. */
  hasNames: boolean;
}

/** All in one transaction, so that no record is in two places or in none. */
export async function readIndexRows(db: Reading): Promise<IndexRows> {
  const [stamp, segments, fresh, gone, signal, profile] = (await quickRead(
    db,
    ['meta', 'segments', 'fresh', 'gone', 'records'],
    (table) =>
      [
        table('meta').get(STAMP),
        table('segments').getAll(),
        table('fresh').getAll(),
        table('gone').getAllKeys(),
        ...['signal', 'profile'].map((kind) =>
          table('records')
            .index('[kind+created]')
            .getKey(IDBKeyRange.bound([kind], [kind, []])),
        ),
      ] as IDBRequest<unknown>[],
  )) as [MetaRow | undefined, SegmentRow[], FreshRow[], number[], IDBValidKey?, IDBValidKey?];
  return { stamp, segments, fresh, gone, hasSignals: signal !== undefined, hasNames: profile !== undefined };
}
