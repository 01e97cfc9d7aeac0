import { compareVersions, type Stamped, type Version } from '../../domain/version.ts';
import type { Verdict } from '../../wire/sync.ts';
import type { Sent } from './shelf.ts';

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
export function judge(standing: Standing | 'dead' | undefined, sent: Sent, author: string): Judged {
  const { id } = sent;
  // Of what was deleted long ago only the id is known: whatever is sent comes too late.
  if (standing === 'dead') return { verdict: stale(id, { version: sent.version, deleted: true }), isNews: false };
  if (!standing) return { verdict: { id, verdict: 'applied' }, isNews: true };
  if (standing.author !== author) {
    const message = 'This record was written by someone else.';
    return { verdict: { id, verdict: 'refused', code: 'not-yours', message }, isNews: false };
  }
  const order = compareVersions(sent, standing);
  if (order < 0) return { verdict: stale(id, standing), isNews: false };
  return { verdict: { id, verdict: 'applied' }, isNews: order > 0 };
}

const stale = (id: string, { version, deleted }: Stamped): Verdict => ({
  id,
  verdict: 'stale',
  version: plain(version),
  ...(deleted ? { deleted: true as const } : {}),
});

const plain = ({ n, time, device, hash }: Version): Version => ({ n, time, device, hash });
