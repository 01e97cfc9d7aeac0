import { compareVersions } from '../../../src/domain/version.ts';
import { BY_KEY, type RecordKey, type RecordRow, type TeamRow } from '../../../src/store/rows.ts';
import type { Device } from './device.ts';
import type { Host } from './host.ts';
import { entriesUnder } from './memory/disk.ts';
import { addressOf } from './memory/key.ts';
import type { Shelves } from './profile-disk.ts';

/**
 * A cursor says: everything up to here is kept on this device. Looks at that whenever it is written, in the moment in which
 * it is kept; at rest a proof by sums or a later version may have healed what was missed meanwhile.
 */
export function watchCursor({ name, disk }: Device, host: Host, tell: (sentence: string) => void): void {
  let last: string | undefined;
  disk.onKept((shelves) => {
    const team = rowIn<TeamRow>(shelves, 'teams', host.team);
    if (team?.cursor === last) return;
    last = team?.cursor;
    if (team?.cursor) for (const sentence of missing(shelves, team, host)) tell(`${name}: ${sentence}`);
  });
}

function missing(shelves: Shelves, { id: team, cursor, swept = 0, isSweepDue }: TeamRow, host: Host): string[] {
  const sight = host.glance();
  const [epoch, place] = cursor.split('.');
  // Of another server than there is now nothing can be said.
  if (!sight || sight.epoch !== epoch) return [];
  return sight.records.flatMap((record) => {
    if (record.seq > Number(place)) return [];
    const row = recordIn(shelves, [team, record.id]);
    // Up to there it was asked or begun from nothing, or is being asked: which of two deletions was the later one need not be heard.
    const isAsked = isSweepDue || record.seq <= swept;
    if (record.deleted && isAsked && (!row || row.deleted)) return [];
    return row && compareVersions(row, record) >= 0 ? [] : [`${record.id} was passed over by cursor ${place}`];
  });
}

function recordIn(shelves: Shelves, key: RecordKey): RecordRow | undefined {
  const records = shelves.get('records');
  return records && (entriesUnder(records, BY_KEY, key)[0]?.row as RecordRow | undefined);
}

const rowIn = <T>(shelves: Shelves, table: string, key: Parameters<typeof addressOf>[0]): T | undefined =>
  shelves.get(table)?.entries.get(addressOf(key))?.row as T | undefined;
