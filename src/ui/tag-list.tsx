import './tag-list.css';
import { text } from './text.ts';

const MOST = 24;

/** A record's tags. */
export const TagList = ({ tags }: { tags: string[] }) => (
  <ul class="tags" aria-label={text('uiTags')}>
    {tags.slice(0, MOST).map((tag) => (
      <li key={tag}>
        <bdi>{tag}</bdi>
      </li>
    ))}
    {tags.length > MOST && <li>{text('uiMore', tags.length - MOST)}</li>}
  </ul>
);
