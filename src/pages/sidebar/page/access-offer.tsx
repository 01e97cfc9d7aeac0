import { ask } from '../../../browser/ask.ts';
import { requestHosts } from '../../../browser/hosts.ts';
import { originOf } from '../../../domain/url.ts';
import { Button } from '../../../ui/button.tsx';
import { text } from '../../../ui/text.ts';
import type { PageInView } from './use-active.ts';

/**
 * Without host access the panel cannot know the page, nor can highlights come back. The browser's own question is
 * opened in the click's turn. "This site" is offered where its address is known, which it is after a gesture there.
 */
export function AccessOffer({ page }: { page: PageInView }) {
  const allow = async (asked: Promise<boolean>) => {
    if (await asked) await ask('refresh', {});
  };
  const isFile = page.url?.startsWith('file:') === true;
  const origin = page.url && page.isWeb && !page.isFileClosed ? originOf(page.url) : null;
  return (
    <section class="access" aria-label={text('accessHeading')}>
      <h2>{text('accessHeading')}</h2>
      <p>{text(page.isFileClosed ? 'accessFilesClosed' : 'accessWhy')}</p>
      <div class="buttons">
        {origin && (
          <Button onClick={() => void allow(requestHosts(origin))}>
            {isFile ? text('accessFiles') : text('accessSite', page.site)}
          </Button>
        )}
        {!isFile && <Button onClick={() => void allow(requestHosts())}>{text('accessAll')}</Button>}
      </div>
    </section>
  );
}
