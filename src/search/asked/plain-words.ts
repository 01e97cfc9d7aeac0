import { operators } from './operators.ts';
import { isLeftOut, PIECE, plainSigns } from './pieces.ts';

const WORD = /[\p{L}\p{N}\p{ExtPict}]/u;

/**
 * What was typed without its operators and what is to be left out: the words that somebody could be asked with, and the signs among
 * them, which a question may be about. '' where there are only signs.
 */
export function plainWords(typed: string): string {
  const pieces = Array.from(plainSigns(typed).matchAll(PIECE), (found) => {
    const [{ length }, minus, quoted, , name, , , plain] = found;
    const piece = typed.slice(found.index, found.index + length);
    const isOperator = name !== undefined && Object.hasOwn(operators, name.toLowerCase());
    const isBare = quoted === undefined && !isOperator;
    const isOut = minus === '-' && WORD.test(piece) && (!isBare || isLeftOut(plain ?? piece.slice(1)));
    return { piece, isOperator, isOut, isBare };
  });
  // What joins operators says nothing without them.
  const isJoint = (at: number): boolean =>
    pieces[at]?.piece.toLowerCase() === 'or' && Boolean(pieces[at - 1]?.isOperator || pieces[at + 1]?.isOperator);
  const asked = pieces.filter(({ isOperator, isOut }, at) => !isOperator && !isOut && !isJoint(at));
  // Where nothing else is asked for, a minus before a bare word is text (query.ts).
  const said =
    asked.length > 0 || pieces.some(({ isOperator }) => isOperator) ? asked : pieces.filter((one) => one.isBare);
  // Beside operators it is no word, however often it was typed.
  const isSaying = ({ piece }: (typeof said)[number]) =>
    WORD.test(piece) && !(asked.length < pieces.length && piece.toLowerCase() === 'or');
  return said.some(isSaying) ? said.map(({ piece }) => piece).join(' ') : '';
}
