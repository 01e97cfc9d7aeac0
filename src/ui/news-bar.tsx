import { Button } from './button.tsx';
import './news-bar.css';
import { count } from './text.ts';

/** What came in meanwhile, in a number; a click lets it in. */
export const NewsBar = ({ number, onLetIn }: { number: number; onLetIn: () => void }) =>
  number > 0 ? (
    <div class="news" role="status">
      <Button wide onClick={onLetIn}>
        {count(number, 'newsOne', 'newsMany')}
      </Button>
    </div>
  ) : null;
