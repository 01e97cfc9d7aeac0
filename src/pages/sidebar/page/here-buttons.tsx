import { ask } from '../../../browser/ask.ts';
import type { Failure } from '../../../kit/result.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { text } from '../../../ui/text.ts';
import type { PageInView } from './use-active.ts';

interface HereButtonsProps {
  page: PageInView;
  onFailure: (failure: Failure | null) => void;
}

/** The page in view by name, and what can be done with it. */
export function HereButtons({ page, onFailure }: HereButtonsProps) {
  const capture = async (what: 'lesson' | 'question') => {
    const result = await ask('keepHere', { tabId: page.tabId, what });
    onFailure(result.ok ? null : result.failure);
    if (result.ok && what === 'lesson') announce(text('uiKept'));
  };
  return (
    <section class="here" aria-label={text('popupThisPage')}>
      {page.title && (
        <p class="here-title" title={page.title}>
          <bdi>{page.title}</bdi>
        </p>
      )}
      <div class="here-buttons">
        <Button look="primary" icon="keep" onClick={() => void capture('lesson')}>
          {text('panelKeep')}
        </Button>
        <Button icon="question" onClick={() => void capture('question')}>
          {text('panelAsk')}
        </Button>
      </div>
    </section>
  );
}
