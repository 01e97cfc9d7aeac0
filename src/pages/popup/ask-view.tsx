import { uiLanguage } from '../../browser/text.ts';
import { createQuestion } from '../../domain/create-question.ts';
import { systemClock } from '../../kit/clock.ts';
import { createId } from '../../kit/id.ts';
import { writtenIn } from '../../search/text/written-in.ts';
import type { Store } from '../../store/db.ts';
import { keep } from '../../store/keep.ts';
import { announce } from '../../ui/announcer.tsx';
import { AskForm } from '../../ui/ask-form.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { text } from '../../ui/text.ts';
import type { Draft } from '../../wire/messages.ts';
import { useLater, useNames } from './desk.ts';
import type { PageInView } from './page-in-view.ts';
import { showPanel } from './show-panel.ts';

interface AskViewProps {
  store: Store;
  /** The passage and page it is about; absent for words typed into the search. */
  draft?: Draft | undefined;
  words?: string | undefined;
  page: PageInView | null;
  onDone: () => void;
}

/** Asks where the panel cannot be opened. With a team, the panel comes next: there it can be shared. */
export function AskView({ store, draft, words, page, onDone }: AskViewProps) {
  const hasTeam = useNames(useLater(true)).teams.length > 0;
  const spot =
    draft ?? (page && !page.isClosed && page.url ? { href: page.url, title: page.title, selectors: [] } : null);
  const keepQuestion = async (question: string) => {
    const language = await writtenIn([question, spot?.title], uiLanguage());
    const body = { ...language, ...createQuestion(question, spot, systemClock()) };
    const result = await keep(store, { id: draft?.id ?? createId(), kind: 'question', body }, systemClock);
    if (!result.ok) return result;
    announce(text('uiKept'));
    const { team, id } = result.value;
    if (hasTeam && page) void showPanel(page.windowId, { intent: 'record', team, id, note: false });
    onDone();
    return result;
  };
  return (
    <Sheet title={text('askHeading')} onBack={onDone}>
      <AskForm
        draft={draft?.id ?? words ?? ''}
        {...(draft?.quote ? { quote: draft.quote } : {})}
        page={spot?.title ?? ''}
        words={words ?? ''}
        hint={text(hasTeam ? 'askHintTeam' : 'askHint')}
        keep={keepQuestion}
        onCancel={onDone}
      />
    </Sheet>
  );
}
