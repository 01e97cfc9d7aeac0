import { setImmediate } from 'node:timers/promises';
import type { Verdict } from '../wire/sync.ts';
import { busy, ended, notAllowed } from './problem.ts';
import type { Barred, Parcel, Shelf } from './shelf/shelf.ts';

/**
 * Pushes of one team that wait while another is being written go together into the next transaction. Fails with a Problem
 * where its sender may not write any more when it is written, or too much waits already.
 */
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

/** Characters of texts that wait, in all: a disk that is slower than those who send must not take the memory. */
const WAITING_MAX = 64 * 1024 * 1024;

/** What has so few goes before those with more: it costs them nothing, and someone who keeps one lesson waits for less. */
const FEW = 20;

/**
 * A busy team pays for one commit, with its wait for the disk, where many pushes arrive during the one before. Whether
 * a push goes alone or with others changes nothing about its verdicts.
 */
export function createPushLine(
  shelf: Pick<Shelf, 'push'>,
  onWritten: (team: string) => void,
  waitingMax = WAITING_MAX,
): PushLine {
  const waitingByTeam = new Map<string, Waiting[]>();
  let waitingSize = 0;
  const work = async (team: string, waiting: Waiting[]) => {
    while (waiting.length > 0) {
      // Those who have arrived are heard first, and written with these.
      await setImmediate();
      await write(shelf, team, take(waiting), onWritten);
    }
    waitingByTeam.delete(team);
  };
  return {
    async push(team, parcel) {
      const size = sizeOf(parcel);
      if (waitingSize > 0 && waitingSize + size > waitingMax) throw busy();
      waitingSize += size;
      try {
        return await new Promise<Verdict[]>((done, failed) => {
          const standing = waitingByTeam.get(team);
          if (standing) return void standing.push({ parcel, done, failed });
          const waiting = [{ parcel, done, failed }];
          waitingByTeam.set(team, waiting);
          void work(team, waiting);
        });
      } finally {
        waitingSize -= size;
      }
    },
  };
}

const sizeOf = ({ records }: Parcel): number => records.reduce((size, { text }) => size + (text?.length ?? 0), 0);

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

function answer({ done, failed }: Waiting, verdicts: Verdict[] | Barred): void {
  if (typeof verdicts === 'string') failed(verdicts === 'ended' ? ended() : notAllowed());
  else done(verdicts);
}

const hasNews = (verdicts: Verdict[] | Barred): boolean =>
  typeof verdicts !== 'string' && verdicts.some(({ verdict }) => verdict === 'applied');

async function write(shelf: Pick<Shelf, 'push'>, team: string, together: Waiting[], onWritten: (team: string) => void) {
  try {
    const verdicts = await shelf.push(
      team,
      together.map(({ parcel }) => parcel),
    );
    for (const [i, waiting] of together.entries()) answer(waiting, verdicts[i] ?? []);
    if (verdicts.some(hasNews)) onWritten(team);
  } catch (error) {
    for (const { failed } of together) failed(error);
  }
}
