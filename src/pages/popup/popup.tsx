import { useEffect, useState } from 'preact/hooks';
import { onIntent, takeIntent } from '../../browser/session.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { type SheetsProps, useLater } from './desk.ts';
import { Home } from './home.tsx';
import './popup.css';
import { isHandingOver } from './show-panel.ts';
import { usePage } from './use-page.ts';
import { type View, viewFor } from './view.ts';

/** Everything the popup shows. It opens on its home; what it was opened for comes at once after. */
export function Popup() {
  const [view, setView] = useState<View>({ view: 'home' });
  const page = usePage();
  useEffect(() => {
    const take = () => void takeIntent().then((intent) => intent && setView(viewFor(intent)));
    take();
    return onIntent(() => isHandingOver() || take());
  }, []);
  // What takes a moment ends after the person has gone on to something else, and leaves that alone.
  const goHome = () => setView((now) => (now === view ? { view: 'home' } : now));
  return (
    <div class="popup">
      <Announcer />
      {view.view === 'home' && <Home page={page} notice={view.notice} go={setView} />}
      {view.view !== 'home' && <Sheet view={view} page={page} onDone={goHome} />}
    </div>
  );
}

/** Its script comes right after the home's. */
function Sheet(props: Omit<SheetsProps, 'store'>) {
  const later = useLater(true);
  return <main>{later && <later.Sheets store={later.store} {...props} />}</main>;
}
