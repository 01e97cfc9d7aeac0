import './partly-found.css';
import { text } from './text.ts';

/** Above what was found, while older records cannot be found yet: who misses one is not to believe that it is gone. */
export const PartlyFound = ({ found }: { found: { isPartial?: true } | null }) =>
  found?.isPartial ? <p class="partly-found">{text('searchPartial')}</p> : null;
