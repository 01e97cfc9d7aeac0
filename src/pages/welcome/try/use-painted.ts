import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { anchorAll, forget } from '../../../anchor/index.ts';
import { HIGHLIGHT_STYLE, HIGHLIGHTS } from '../../../browser/highlights.ts';
import type { Shown } from '../../../store/read.ts';

/** Finds the passages again and paints them, as in any page. Nothing of the document changes. */
export function usePainted(root: RefObject<HTMLElement | null>, lessons: Shown<'lesson'>[]): void {
  useEffect(addStyle, []);
  const key = lessons.map(({ id }) => id).join();
  useEffect(() => {
    let isOver = false;
    const paint = async () => {
      if (!root.current) return;
      forget(root.current);
      const found = await anchorAll(
        root.current,
        lessons.map(({ body }) => body.target?.selectors ?? []),
      );
      if (isOver) return;
      const ranges = found.flatMap((one) => (one.state === 'orphaned' ? [] : [one.range]));
      if (ranges.length > 0) CSS.highlights.set(HIGHLIGHTS.own, new Highlight(...ranges));
      else CSS.highlights.delete(HIGHLIGHTS.own);
    };
    void paint();
    return () => {
      isOver = true;
    };
  }, [key]);
}

function addStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HIGHLIGHT_STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
