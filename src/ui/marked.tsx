import type { Piece } from '../kit/excerpt.ts';

/** Text with what was looked for marked. */
export const Marked = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text));
