import type { Shown } from '../../../store/read.ts';
import { signalsOf } from './use-about.ts';

/**
 * Who says that a record's page has changed since. What was said of another version counts no more: its author has
 * changed it, or said that it stands. Counts of versions are compared, not clocks, which differ between people; and
 * compared for being the same, so that nobody can say it of versions to come, which no author could settle.
 */
export const tellings = (
  record: Pick<Shown, 'version'>,
  about: (Shown<'answer'> | Shown<'signal'>)[],
): Shown<'signal'>[] => signalsOf(about, 'outdated').filter((signal) => signal.body.of === record.version.n);
