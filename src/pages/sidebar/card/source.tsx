import { useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { sourceOf } from '../../../domain/headline.ts';
import { siteOf } from '../../../domain/url.ts';
import type { Shown } from '../../../store/read.ts';
import { failureText } from '../../../ui/failure.ts';
import { Icon } from '../../../ui/icon.tsx';

/** The page it is from; a click opens it at the passage. */
export function Source({ record }: { record: Shown }) {
  const [failed, setFailed] = useState('');
  const { title, href } = sourceOf(record);
  const hasPage = record.page !== '';
  if (!hasPage || href === '') return null;
  const go = async () => {
    const result = await ask('goTo', { team: record.team, id: record.id });
    setFailed(result.ok ? '' : failureText(result.failure));
  };
  return (
    <div>
      <button type="button" class="source" onClick={() => void go()}>
        <Icon name="open" />
        <bdi>{title || siteOf(href)}</bdi>
        {title && <span class="source-site">{siteOf(href)}</span>}
      </button>
      {failed && <p role="alert">{failed}</p>}
    </div>
  );
}
