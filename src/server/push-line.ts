import { setImmediate } from 'node:timers/promises';
import type { Verdict } from '../wire/sync.ts';
import type { Parcel, Shelf } from './shelf/shelf.ts';

/** Pushes of one team that wait while another is being written go together into the next transaction. */
export interface PushLine {
  push(team: string, parcel: Parcel): Promise<Verdict[]>;
}

interface Waiting {
  parcel: Parcel;
  done(verdicts: Verdict[]): void;
  failed(error: unknown): void;
}

/** Records of one transaction at most, so that nobody waits long for those in front. */
const TOGETHER_MAX = 2_000;

/** What has so few goes before those with more: it costs them nothing, and someone who keeps one lesson waits for less. */
const FEW = 20;

/**
 * A busy team pays for one commit, with its wait for the disk, where many pushes arrive during the one before. Whether
 * a push goes alone or with others changes nothing about its verdicts.
 */
export function createPushLine(shelf: Pick<Shelf, 'push'>, onWritten: (team: string) => void): PushLine {
  const waitingByTeam = new Map<string, Waiting[]>();
  const work = async (team: string, waiting: Waiting[]) => {
    while (waiting.length > 0) {
      // Those who have arrived are heard first, and written with these.
      await setImmediate();
      await write(shelf, team, take(waiting), onWritten);
    }
    waitingByTeam.delete(team);
  };
  return {
    push: (team, parcel) =>
      new Promise((done, failed) => {
        const standing = waitingByTeam.get(team);
        if (standing) return void standing.push({ parcel, done, failed });
        const waiting = [{ parcel, done, failed }];
        waitingByTeam.set(team, waiting);
        void work(team, waiting);
      }),
  };
}

/**
 * The first of those with many records, then all with few, then the other ones while there is room: were one with many not
 * always among them, those that keep coming with few could hold it up for ever.
 */
function take(waiting: Waiting[]): Waiting[] {
  const hasFew = ({ parcel }: Waiting) => parcel.records.length <= FEW;
  const [first, ...others] = waiting.filter((one) => !hasFew(one));
  const inOrder = [...(first ? [first] : []), ...waiting.filter(hasFew), ...others];
  let records = 0;
  const isIn = (one: Waiting, i: number) => {
    records += one.parcel.records.length;
    return i === 0 || records <= TOGETHER_MAX;
  };
  const end = inOrder.findIndex((one, i) => !isIn(one, i));
  waiting.splice(0, waiting.length, ...(end === -1 ? [] : inOrder.slice(end)));
  return end === -1 ? inOrder : inOrder.slice(0, end);
}

async function write(shelf: Pick<Shelf, 'push'>, team: string, together: Waiting[], onWritten: (team: string) => void) {
  try {
    const verdicts = await shelf.push(
      team,
      together.map(({ parcel }) => parcel),
    );
    for (const [i, { done }] of together.entries()) done(verdicts[i] ?? []);
    if (verdicts.flat().some(({ verdict }) => verdict === 'applied')) onWritten(team);
  } catch (error) {
    for (const { failed } of together) failed(error);
  }
}
