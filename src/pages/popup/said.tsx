import { ask } from '../../browser/ask.ts';
import { systemClock } from '../../kit/clock.ts';
import { createId } from '../../kit/id.ts';
import type { Failure } from '../../kit/result.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { Notice } from '../../ui/notice.tsx';
import { text } from '../../ui/text.ts';
import { useDesk } from './desk.ts';
import type { PageInView } from './page-in-view.ts';

interface SaidProps {
  failure: Failure;
  page: PageInView | null;
  onFailure: (failure: Failure | null) => void;
}

/** What could not be done, in a sentence; where the page cannot be read but has an address, that can be kept. */
export function Said({ failure, page, onFailure }: SaidProps) {
  const desk = useDesk();
  const address = /^(page|file)-closed$/.test(failure.code) && page && !page.isClosed ? page.url : null;
  const keepAddress = async () => {
    if (!address || !page) return;
    const { createTarget, keep, store } = await desk.later();
    const target = createTarget({ href: address, title: page.title, selectors: [] });
    const body = { created: systemClock(), title: page.title, target };
    const kept = await keep(store, { id: createId(), kind: 'lesson', body }, systemClock);
    onFailure(kept.ok ? null : kept.failure);
    if (!kept.ok) return;
    announce(text('uiKept'));
    await ask('refresh', {});
  };
  return (
    <Notice tone="care">
      <p>{failureText(failure)}</p>
      {address && (
        <div>
          <Button icon="keep" onClick={() => void keepAddress()}>
            {text('popupKeepAddress')}
          </Button>
        </div>
      )}
    </Notice>
  );
}
