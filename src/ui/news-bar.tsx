import { Button } from './button.tsx';
import './news-bar.css';
import { count } from './text.ts';

/** What came in meanwhile, in a number; a click lets it in. It lies over the list: what is read below does not move for it. */
export const NewsBar = ({ number, onLetIn }: { number: number; onLetIn: () => void }) => (
  <div class="news" role="status">
    {number > 0 && <Button onClick={onLetIn}>{count(number, 'newsOne', 'newsMany')}</Button>}
  </div>
);
