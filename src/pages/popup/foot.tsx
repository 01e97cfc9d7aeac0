import { openTab } from '../../browser/tabs.ts';
import { ownPage } from '../../browser/version.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { showPanel } from './show-panel.ts';
import { SiteSwitch } from './site-switch.tsx';
import type { PageInView } from './use-page.ts';
import type { View } from './view.ts';

/** Until it is known which page is in view, it may be one of a site. */
const hasSite = (page: PageInView | null): boolean => !page || (!page.isClosed && page.site !== '');

/** What is always at hand below the rows. */
export function Foot({ page, go }: { page: PageInView | null; go: (view: View) => void }) {
  const openOptions = async () => {
    await openTab(ownPage('options.html'));
    window.close();
  };
  return (
    <footer class="foot">
      {hasSite(page) && <SiteSwitch site={page?.site ?? null} />}
      <div class="foot-row">
        <Button look="quiet" icon="edit" onClick={() => go({ view: 'write' })}>
          {text('popupWrite')}
        </Button>
        <Button look="quiet" icon="panel" onClick={() => page && void showPanel(page.windowId)}>
          {text('popupPanel')}
        </Button>
        <IconButton icon="settings" label={text('popupOptions')} onClick={() => void openOptions()} />
      </div>
    </footer>
  );
}
