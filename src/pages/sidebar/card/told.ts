import type { Shown } from '../../../store/read.ts';
import { signalsOf } from './use-about.ts';

/**
 * Who says that a record's page has changed since. What was said of an earlier version counts no more: its author has
 * changed it, or said that it stands. Counts of versions are compared, not clocks, which differ between people.
 */
export const tellings = (
  record: Pick<Shown, 'version'>,
  about: (Shown<'answer'> | Shown<'signal'>)[],
): Shown<'signal'>[] => signalsOf(about, 'outdated').filter((signal) => (signal.body.of ?? 0) >= record.version.n);
