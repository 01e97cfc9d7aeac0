import { useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import type { Failure } from '../../kit/result.ts';
import { quickRecent } from '../../store/quick-home.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { useDesk } from './desk.ts';
import type { PageInView } from './page-in-view.ts';
import { handOver } from './show-panel.ts';

interface PageStripProps {
  page: PageInView | null;
  onFailure: (failure: Failure | null) => void;
}

/** The page in view, and the two things that can be done with it. */
export function PageStrip({ page, onFailure }: PageStripProps) {
  const { reading } = useDesk();
  const [isKept, setKept] = useState(false);
  if (page?.isClosed) return <p class="strip-closed">{text('popupPageClosed')}</p>;

  const keep = async () => {
    if (!page) return;
    const before = Date.now();
    const result = await ask('keepHere', { tabId: page.tabId, what: 'lesson' });
    onFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    // The page layer has run; only what stands in the database is kept.
    const [newest] = await quickRecent(reading, 1);
    if (!newest?.isMine || newest.created < before) return;
    setKept(true);
    announce(text('uiKept'));
  };
  const question = async () => {
    if (!page) return;
    const opening = handOver(page.windowId);
    const result = await ask('keepHere', { tabId: page.tabId, what: 'question' });
    if (!result.ok) return onFailure(result.failure);
    if (await opening) window.close();
  };

  return (
    <section class="strip" aria-label={text('popupThisPage')}>
      <p class="strip-page" title={page?.title}>
        <bdi>{page?.title || page?.site || '\u00a0'}</bdi>
      </p>
      <Buttons>
        <Button look="primary" icon={isKept ? 'check' : 'keep'} onClick={() => void keep()}>
          {text(isKept ? 'uiKept' : 'popupKeep')}
        </Button>
        <Button icon="question" onClick={() => void question()}>
          {text('popupAsk')}
        </Button>
      </Buttons>
    </section>
  );
}
