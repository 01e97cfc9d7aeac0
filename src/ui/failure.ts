import type { Failure } from '../kit/result.ts';
import { withoutTurns } from '../kit/turns.ts';
import { textOr } from './text.ts';

/** The sentence a person reads for an expected failure: what is wrong and what to do. */
export const failureText = ({ code, detail }: Failure): string =>
  textOr(`failure_${code.replaceAll('-', '_')}`, 'failure_unknown', withoutTurns(detail ?? code));
