import { openTab } from '../../browser/tabs.ts';
import { ownPage } from '../../browser/version.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import type { Later } from './desk.ts';
import type { PageInView } from './page-in-view.ts';
import { showPanel } from './show-panel.ts';
import type { View } from './view.ts';

/** Until it is known which page is in view, it may be one of a site. */
const hasSite = (page: PageInView | null): boolean => !page || (!page.isClosed && page.site !== '');

interface FootProps {
  page: PageInView | null;
  later: Later | null;
  go: (view: View) => void;
}

/**
 * What is always at hand below the rows. The room of the site's switch is there before it: what stands below would move,
 * and a click on it would switch the site off.
 */
export function Foot({ page, later, go }: FootProps) {
  const openOptions = async () => {
    await openTab(ownPage('options.html'));
    window.close();
  };
  return (
    <footer class="foot">
      {hasSite(page) && (later && page ? <later.SiteSwitch site={page.site} /> : <div class="foot-room" />)}
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
