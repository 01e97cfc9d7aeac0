import { plainExcerpt } from '../../kit/excerpt.ts';
import type { Failure } from '../../kit/result.ts';
import { readOperator } from './operators.ts';
import { PIECE, plainSigns } from './pieces.ts';

/** A sentence has room for so much of what was typed. */
const TOLD = 60;

/** A piece of what was typed, as a sentence names it. */
export const told = (piece: string): string => plainExcerpt(piece, TOLD);

/** What was typed without its operators that say nothing, being typed wrongly, and without the one that nothing fits, where that is the problem. */
export function leaveOut(typed: string, problem?: Failure): string {
  const unmet = problem?.code === 'search-unmet' && problem.detail;
  const pieces = Array.from(plainSigns(typed).matchAll(PIECE), ([piece, , , , name, quoted, value = '']) => {
    const isOut = name !== undefined && (told(piece) === unmet || readOperator(name, quoted ?? value)?.ok === false);
    return { piece, isOut };
  });
  // What joined it to another joins nothing without it.
  const isJoint = (at: number): boolean =>
    pieces[at]?.piece.toLowerCase() === 'or' && Boolean(pieces[at - 1]?.isOut || pieces[at + 1]?.isOut);
  return pieces.flatMap(({ piece, isOut }, at) => (isOut || isJoint(at) ? [] : piece)).join(' ');
}
