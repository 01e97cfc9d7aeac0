import { useEffect, useState } from 'preact/hooks';
import { onIntent, takeIntent } from '../../browser/session.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { NotKept } from '../../ui/not-kept.tsx';
import { AskView } from './ask-view.tsx';
import { Home } from './home.tsx';
import './popup.css';
import { RecordView } from './record-view.tsx';
import { isHandingOver } from './show-panel.ts';
import { type PageInView, usePage } from './use-page.ts';
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
      {view.view !== 'home' && <main>{sheetFor(view, page, goHome)}</main>}
    </div>
  );
}

function sheetFor(view: Exclude<View, { view: 'home' }>, page: PageInView | null, onDone: () => void) {
  switch (view.view) {
    case 'write':
      return <WriteView onDone={onDone} />;
    case 'record':
      return <RecordView recordKey={view.key} note={view.note} page={page} onDone={onDone} />;
    case 'ask':
      return <AskView draft={view.draft} words={view.words} page={page} onDone={onDone} />;
    case 'not-kept':
      return <NotKept code={view.code} text={view.text} onDone={onDone} />;
  }
}
