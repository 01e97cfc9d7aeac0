import { useEffect, useState } from 'preact/hooks';
import { onIntent, takeIntent } from '../../browser/session.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { AskView } from './ask-view.tsx';
import { Home } from './home.tsx';
import { NotKeptView } from './not-kept-view.tsx';
import './popup.css';
import { RecordView } from './record-view.tsx';
import { isHandingOver } from './show-panel.ts';
import { usePage } from './use-page.ts';
import { type View, viewFor } from './view.ts';
import { WriteView } from './write-view.tsx';

/** Everything the popup shows. It opens on its home; what it was opened for comes at once after. */
export function Popup() {
  const [view, setView] = useState<View>({ view: 'home' });
  const page = usePage();
  useEffect(() => {
    const take = () => void takeIntent().then((intent) => intent && setView(viewFor(intent)));
    take();
    return onIntent(() => isHandingOver() || take());
  }, []);
  const goHome = () => setView({ view: 'home' });
  return (
    <div class="popup">
      <Announcer />
      {view.view === 'home' && <Home page={page} notice={view.notice} go={setView} />}
      {view.view === 'write' && <WriteView onDone={goHome} />}
      {view.view === 'record' && <RecordView recordKey={view.key} note={view.note} page={page} onDone={goHome} />}
      {view.view === 'ask' && <AskView draft={view.draft} words={view.words} page={page} onDone={goHome} />}
      {view.view === 'not-kept' && <NotKeptView code={view.code} text={view.text} onDone={goHome} />}
    </div>
  );
}
