import { ask } from '../../../browser/ask.ts';
import { requestHosts } from '../../../browser/hosts.ts';
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
  const origin = page.url && /^https?:/.test(page.url) ? new URL(page.url).origin : null;
  return (
    <section class="access" aria-label={text('accessHeading')}>
      <h2>{text('accessHeading')}</h2>
      <p>{text('accessWhy')}</p>
      <div class="buttons">
        {origin && <Button onClick={() => void allow(requestHosts(origin))}>{text('accessSite', page.site)}</Button>}
        <Button onClick={() => void allow(requestHosts())}>{text('accessAll')}</Button>
      </div>
    </section>
  );
}
