import { useEffect, useRef } from 'preact/hooks';
import type { Failure } from '../../kit/result.ts';
import { IconButton } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { Notice } from '../../ui/notice.tsx';
import { text } from '../../ui/text.ts';
import type { PageInView } from './page/use-active.ts';
import './said.css';

interface SaidProps {
  failure: Failure;
  page: PageInView | null;
  onClose: () => void;
}

/** Why nothing was done with the page in view; it goes with that page. Whatever the person was at stays below it. */
export function Said({ failure, page, onClose }: SaidProps) {
  const first = useRef(page);
  useEffect(() => {
    const isOther = first.current && (first.current.tabId !== page?.tabId || first.current.page !== page.page);
    first.current ??= page;
    if (isOther) onClose();
  }, [page]);
  const close = ({ target }: MouseEvent): void => {
    // The button goes with the click: a keyboard goes on in what is around it.
    if (target instanceof Element) target.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    onClose();
  };
  return (
    <div class="said">
      <Notice tone="care">
        <p>{failureText(failure)}</p>
      </Notice>
      <IconButton icon="close" label={text('uiClose')} onClick={close} />
    </div>
  );
}
