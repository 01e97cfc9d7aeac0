import { Button } from './button.tsx';
import './news-bar.css';
import { count } from './text.ts';

/**
 * What came in meanwhile, in a number; a click lets it in. It lies over the list: what is read below does not move for it. The button
 * goes with the click, and a keyboard goes on in what is around it.
 */
export const NewsBar = ({ number, onLetIn }: { number: number; onLetIn: () => void }) => {
  const letIn = ({ target }: MouseEvent): void => {
    if (target instanceof Element) target.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    onLetIn();
  };
  return (
    <div class="news" role="status">
      {number > 0 && <Button onClick={letIn}>{count(number, 'newsOne', 'newsMany')}</Button>}
    </div>
  );
};
