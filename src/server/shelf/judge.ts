import type { StoredRecord } from '../../domain/record.ts';
import { compareVersions, type Stamped, type Version } from '../../domain/version.ts';
import type { Verdict } from '../../wire/sync.ts';

/** What the team has under an id already. */
export interface Standing extends Stamped {
  author: string;
}

/** `isNews`: the record is to be written. */
export interface Judged {
  verdict: Verdict;
  isNews: boolean;
}

/** The join of what stands and what was sent: the greater version stays, and only its author may move it. */
export function judge(standing: Standing | undefined, sent: StoredRecord, author: string): Judged {
  const { id } = sent;
  if (!standing) return { verdict: { id, verdict: 'applied' }, isNews: true };
  if (standing.author !== author) {
    const message = 'This record was written by someone else.';
    return { verdict: { id, verdict: 'refused', code: 'not-yours', message }, isNews: false };
  }
  const order = compareVersions(sent, standing);
  if (order < 0) return { verdict: { id, verdict: 'stale', version: plain(standing.version) }, isNews: false };
  return { verdict: { id, verdict: 'applied' }, isNews: order > 0 };
}

const plain = ({ n, time, device, hash }: Version): Version => ({ n, time, device, hash });
