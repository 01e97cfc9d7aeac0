import { documentOf } from './dom.ts';

/** A document that never changes. */
export const ASIDE = new Document();

/**
 * Takes a live range out of the page. Until it is collected as garbage, which may be long, a browser keeps it up to date
 * at each change of the document that it stands in; `detach` does nothing any more.
 */
export const letGo = (live: Range): void => live.setStart(ASIDE, 0);

/**
 * Ranges that stay as they are. A browser keeps every live range up to date at each change of the page: with five hundred
 * of them the page's own changes take several times as long. So what is painted is static, found anew when it no longer
 * holds, and where a live range is needed for a moment there is one for all.
 */
export function hold(range: StaticRangeInit): StaticRange {
  // A document's highlights take only ranges made in it.
  const view = documentOf(range.startContainer)?.defaultView as (Window & typeof globalThis) | null | undefined;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return new (view?.StaticRange ?? StaticRange)({ startContainer, startOffset, endContainer, endOffset });
}

let probe: Range | undefined;

/** Does something with a live range for a moment; undefined where the page has changed so that there is no such range. */
export function withLive<T>(range: StaticRangeInit, use: (live: Range) => T): T | undefined {
  probe ??= Document.prototype.createRange.call(document);
  try {
    return putAt(probe, range) ? use(probe) : undefined;
  } finally {
    letGo(probe);
  }
}

/** False where there is no such range in the page any more. */
function putAt(live: Range, range: StaticRangeInit): boolean {
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return true;
  } catch {
    return false;
  }
}

/** What a range says, as the page has it. */
export const textIn = (range: AbstractRange): string | undefined => withLive(range, String);
