import { joinAbbreviated } from './abbreviations.ts';
import { textOf } from './dom.ts';
import { inkIn } from './ink-in.ts';
import { placeIn, pointAt, type Run, runAround, type Span, textAfter } from './text-run.ts';

/**
 * A selection grown by a sentence: first to the whole sentences it touches, then by the next one, over the end of a
 * block into the next. A caret becomes its sentence. Null where there is nothing to grow into.
 */
export function growBySentence(range: AbstractRange, lang: string): Range | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const [from, to] = endsOf(range);
  if (!from || !to) return null;
  const [first, last] = [runAround(from), runAround(to)];
  const start = placeIn(first, from, from === startContainer ? startOffset : 0);
  const end = placeIn(last, to, to === endContainer ? endOffset : to.length);
  const wholeStart = sentencesOf(first, lang).findLast((one) => one.start <= start)?.start ?? start;
  const wholeEnd = sentencesOf(last, lang).find((one) => one.end >= Math.max(end, 1))?.end ?? end;
  if (wholeStart !== start || wholeEnd !== end) return rangeFrom(first, wholeStart, last, wholeEnd);
  const next = sentencesOf(last, lang).find((one) => one.end > end);
  if (next) return rangeFrom(first, start, last, next.end);
  const after = textAfter(last);
  const following = after && runAround(after);
  const sentence = following && sentencesOf(following, lang)[0];
  return following && sentence ? rangeFrom(first, start, following, sentence.end) : null;
}

/** The text nodes in which a range's first and last words stand, or the one of a caret. */
function endsOf(range: AbstractRange): (Text | null)[] {
  const root = Node.prototype.getRootNode.call(range.startContainer);
  const ends = range.collapsed ? [range.startContainer, range.startContainer] : inkIn(range, root);
  return ends.map((node) => (textOf(node) === null ? null : (node as Text)));
}

/** Sentences of a run, without the white space around them. */
function sentencesOf({ text }: Run, lang: string): Span[] {
  const found = [...segmenter(lang).segment(text)].flatMap(({ index, segment }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    return end > start ? [{ start, end }] : [];
  });
  return joinAbbreviated(text, found);
}

/** A page may claim a language that is none. */
function segmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang || undefined, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

function rangeFrom(first: Run, start: number, last: Run, end: number): Range {
  const range = document.createRange();
  range.setStart(...pointAt(first, start, false));
  range.setEnd(...pointAt(last, end, true));
  return range;
}
