/** Characters around a place that are looked at: nobody hangs more marks on one letter. */
const AROUND = 64;
/** Letters and signs of which each is one character, whatever stands beside it: what knows the others takes ten milliseconds to come. */
const SIMPLE =
  /^[\x20-\x7e\u00a1-\u02ff\u0370-\u0482\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9d]{2}$/;

/** The last place at or before `at` where a text can be cut without cutting through what a person sees as one character. */
export function cutBefore(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
  if (SIMPLE.test(text.slice(at - 1, at + 1))) return at;
  const from = Math.max(0, at - AROUND);
  const around = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, at + AROUND));
  return from + (around.containing(at - from)?.index ?? at - from);
}
