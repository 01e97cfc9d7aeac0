import { systemClock } from '../../kit/clock.ts';
import type { Store } from '../../store/db.ts';
import { edit } from '../../store/keep.ts';
import { live } from '../../store/live.ts';
import { readOne, type Shown } from '../../store/read.ts';
import { PRIVATE, type RecordKey } from '../../store/rows.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { LessonEditor } from '../../ui/lesson-editor.tsx';
import { type LessonFields, withFields } from '../../ui/lesson-fields.ts';
import { beginning, LongText } from '../../ui/long-text.tsx';
import { Quote } from '../../ui/quote.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { text } from '../../ui/text.ts';
import { useKindName } from '../../ui/use-kind-name.ts';
import { useLive } from '../../ui/use-live.ts';
import type { PageInView } from './page-in-view.ts';
import { showPanel } from './show-panel.ts';

interface RecordViewProps {
  store: Store;
  recordKey: RecordKey;
  note: boolean;
  page: PageInView | null;
  onDone: () => void;
}

/** One lesson with its note, or what else the panel would show, where it cannot be opened. What colleagues have is edited in the panel alone. */
export function RecordView({ store, recordKey, note, page, onDone }: RecordViewProps) {
  const record = useLive(() => live(() => readOne(store.relaxed, recordKey)), [recordKey.join(' ')]);
  const [team, id] = recordKey;
  const save = (fields: LessonFields) => {
    return edit(store, recordKey, (body) => withFields(body, fields), systemClock);
  };
  const inPanel = () => page && void showPanel(page.windowId, { intent: 'record', team, id, note: false });
  const title = useKindName(record);
  if (record === undefined) return null;
  return (
    <Sheet title={title} onBack={onDone}>
      {record === null && <p>{text('failure_gone')}</p>}
      {record?.kind === 'answer' && <Answer store={store} record={record} />}
      {record && <Passage record={record} />}
      {record?.kind === 'lesson' && team === PRIVATE && (
        <LessonEditor key={id} body={record.body} save={save} autoFocus={note} onEscape={onDone} />
      )}
      <Buttons>
        <Button onClick={onDone}>{text('uiDone')}</Button>
        <Button look="quiet" icon="panel" onClick={inPanel}>
          {text('popupPanel')}
        </Button>
      </Buttons>
    </Sheet>
  );
}

/** What an answer says, below its question. */
function Answer({ store, record }: { store: Store; record: Shown<'answer'> }) {
  const { team, body } = record;
  const question = useLive(() => live(() => readOne(store.relaxed, [team, body.question])), [team, body.question]);
  return (
    <>
      {question && <Passage record={question} />}
      <LongText whole={body.text} draw={(shown) => <p dir="auto">{shown}</p>} />
    </>
  );
}

function Passage({ record }: { record: Shown }) {
  if (record.kind !== 'lesson' && record.kind !== 'question') return null;
  const { quote, title } = record.body;
  const own = record.kind === 'question' ? record.body.text : '';
  return (
    <>
      {own && <p dir="auto">{own}</p>}
      {quote ? (
        <Quote tone={record.kind}>{beginning(quote)}</Quote>
      ) : (
        title && (
          <p class="sheet-title">
            <bdi>{title}</bdi>
          </p>
        )
      )}
    </>
  );
}
