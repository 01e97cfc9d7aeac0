import { countIn, countOut } from '../../../../src/domain/tally.ts';
import { toColumnPage } from '../../../../src/server/shelf/columns.ts';
import { judge } from '../../../../src/server/shelf/judge.ts';
import { PAGE_BYTES } from '../../../../src/server/shelf/pages.ts';
import type { Barred, ColumnPage, Page, Parcel, Sent, Shelf } from '../../../../src/server/shelf/shelf.ts';
import type { Verdict } from '../../../../src/wire/sync.ts';
import { goodDevice, type Placed, type State, type TeamState } from './state.ts';

const DAY_MS = 86_400_000;

const bySeq = (team: TeamState): Placed[] => [...team.records.values()].sort((a, b) => a.seq - b.seq);
const toSent = ({ seq: _, ...sent }: Placed): Sent => sent;
const toPage = (rows: Placed[], seq: number, more: boolean): Page => ({
  records: rows.map(toSent),
  seq: rows.at(-1)?.seq ?? seq,
  more,
});

/** The part of a shelf in memory that keeps records. */
export const recordsIn = (state: () => State) => {
  const find = (team: string): TeamState | undefined => state().teams.get(team);
  const pull = (team: string, seq: number, limit: number, swept = 0): Page => {
    const own = find(team);
    const after = own ? bySeq(own).filter((row) => row.seq > seq && (!row.deleted || row.seq > swept)) : [];
    let bytes = 0;
    const heavy = after.findIndex(({ text }) => {
      bytes += text ? Buffer.byteLength(text) : 0;
      return bytes > PAGE_BYTES;
    });
    const most = heavy === -1 ? limit : Math.min(limit, heavy + 1);
    return toPage(after.slice(0, most), seq, after.length > most);
  };
  return {
    pull,
    columns: (team: string, seq: number, limit: number, swept = 0): ColumnPage =>
      toColumnPage(pull(team, seq, limit, swept)),
    push(team: string, parcels: Parcel[]): (Verdict[] | Barred)[] {
      const own = find(team);
      if (!own) throw new Error('a push to a team that does not exist');
      return parcels.map(
        ({ author, device, records }) => barred(own, device) ?? records.map((sent) => keep(own, sent, author)),
      );
    },
    newest(team: string, limit: number): Page {
      const own = find(team);
      const shown = own ? bySeq(own).filter(({ text }) => text !== null) : [];
      return toPage(shown.reverse().slice(0, limit), 0, false);
    },
    fates(team: string, ids: string[]): Awaited<ReturnType<Shelf['fates']>> {
      const own = find(team);
      const isGone = (id: string) => own?.graves.has(id) || own?.records.get(id)?.deleted;
      return {
        gone: ids.filter(isGone),
        unknown: ids.filter((id) => !isGone(id) && !own?.records.has(id)),
      };
    },
    compact(now: number, keepMs: number): void {
      for (const team of state().teams.values()) compact(team, now, now - keepMs);
    },
    recordsOf(team: string, author: string): Sent[] {
      const own = find(team);
      return own
        ? bySeq(own)
            .filter((row) => row.author === author)
            .map(toSent)
        : [];
    },
  };
};

function barred(team: TeamState, device: string | null): Barred | undefined {
  if (device === null) return undefined;
  const good = goodDevice(team, device);
  if (!good) return 'ended';
  return team.members.get(good.member)?.role === 'reader' ? 'not-allowed' : undefined;
}

export function keep(team: TeamState, sent: Sent, author: string): Verdict {
  const standing = team.records.get(sent.id);
  const { verdict, isNews } = judge(team.graves.has(sent.id) ? 'dead' : standing, sent, author);
  if (isNews) place(team, { ...sent, author });
  return verdict;
}

/** Puts a version at the next place of the feed. */
export function place(team: TeamState, sent: Sent): void {
  const standing = team.records.get(sent.id);
  if (standing) countOut(team.tally, standing);
  countIn(team.tally, sent);
  team.seq += 1;
  team.records.set(sent.id, { ...sent, seq: team.seq });
}

function compact(team: TeamState, now: number, before: number): void {
  const last = team.days.at(-1);
  if (!last || now - last.at >= DAY_MS) team.days.push({ at: now, seq: team.seq });
  const old = team.days.findLast(({ at }) => at <= before);
  if (!old || old.seq <= team.floor) return;
  for (const { id, seq, deleted } of [...team.records.values()]) {
    if (!deleted || seq <= team.floor || seq > old.seq) continue;
    team.graves.add(id);
    team.records.delete(id);
  }
  team.floor = old.seq;
  team.days = team.days.filter(({ at }) => at >= old.at);
}

/** Takes the body from everything of a member's; see `emptyRecordsOf` of the server. */
export function emptyRecordsOf(team: TeamState, member: string, now: number, isFinal: boolean): void {
  for (const row of bySeq(team)) {
    if (row.author !== member || (isFinal ? row.deleted : row.text === null)) continue;
    const version = { n: row.version.n + 1, time: now, device: 'server', hash: '' };
    place(team, { ...toSent(row), version, text: null, ...(isFinal ? { deleted: true as const } : {}) });
  }
}
