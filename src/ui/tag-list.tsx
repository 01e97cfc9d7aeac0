import './tag-list.css';
import { text } from './text.ts';

/** A record's tags. */
export const TagList = ({ tags }: { tags: string[] }) => (
  <ul class="tags" aria-label={text('uiTags')}>
    {tags.map((tag) => (
      <li key={tag}>
        <bdi>{tag}</bdi>
      </li>
    ))}
  </ul>
);
