import { NotKept } from '../../ui/not-kept.tsx';
import { AskView } from './ask-view.tsx';
import type { SheetsProps } from './desk.ts';
import { RecordView } from './record-view.tsx';
import { WriteView } from './write-view.tsx';

/** What the popup shows in the place of its home. */
export function Sheets({ store, view, page, onDone }: SheetsProps) {
  switch (view.view) {
    case 'write':
      return <WriteView store={store} onDone={onDone} />;
    case 'record':
      return <RecordView store={store} recordKey={view.key} note={view.note} page={page} onDone={onDone} />;
    case 'ask':
      return <AskView store={store} draft={view.draft} words={view.words} page={page} onDone={onDone} />;
    case 'not-kept':
      return <NotKept code={view.code} text={view.text} onDone={onDone} />;
  }
}
