/** A place in the view by the edges it keeps to, in pixels from them: what grows there grows away from these. */
export interface Spot {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

/** About what the bar takes; it is placed before it can be measured. */
const WIDTH = 170;
const HEIGHT = 38;
const GAP = 8;

/** A box in the view. */
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/**
 * Where the bar covers nothing of a selection: below its last line, at its end; else above it; null where there is
 * neither. In the half of the view that its end is in, it keeps to that side, so that what it says at last is in view too.
 */
export function spotBeside(lines: Box[], isRightToLeft: boolean, view: { width: number; height: number }): Spot | null {
  const last = lines.at(-1);
  if (!last) return null;
  // One by one: all of a long page selected has more lines than a call takes arguments.
  const top = lines.reduce((least, line) => Math.min(least, line.top), last.top);
  const bottom = lines.reduce((most, line) => Math.max(most, line.bottom), last.bottom);
  const end = isRightToLeft ? last.left : last.right;
  const aside = sideFor(end, view.width);
  if (bottom + GAP + HEIGHT <= view.height) return { ...aside, top: Math.max(GAP, bottom + GAP) };
  return top - GAP - HEIGHT >= 0 ? { ...aside, bottom: Math.max(GAP, view.height - top + GAP) } : null;
}

function sideFor(end: number, width: number): Spot {
  const before = Math.max(GAP, Math.min(end - WIDTH / 2, width - WIDTH - GAP));
  return end <= width / 2 ? { left: before } : { right: Math.max(GAP, width - before - WIDTH) };
}
