import { ask } from '../../browser/ask.ts';
import { uiLanguage } from '../../browser/text.ts';
import { createQuestion } from '../../domain/create-question.ts';
import { systemClock } from '../../kit/clock.ts';
import { createId } from '../../kit/id.ts';
import { writtenIn } from '../../search/text/written-in.ts';
import { keep } from '../../store/keep.ts';
import { teamsJoined } from '../../store/read.ts';
import type { TeamRow } from '../../store/rows.ts';
import { announce } from '../../ui/announcer.tsx';
import { AskForm } from '../../ui/ask-form.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { text } from '../../ui/text.ts';
import { useDesk, useStore } from './desk.ts';
import type { PageInView } from './page/use-active.ts';
import type { View } from './view.ts';

interface AskViewProps {
  view: Extract<View, { view: 'ask' }>;
  page: PageInView | null;
}

const canShareWith = ({ member }: TeamRow): boolean => member.role !== 'reader';

/** Asks where it arose. The question is kept first; with a team, what colleagues would get comes next. */
export function AskView({ view, page }: AskViewProps) {
  const { draft, words } = view;
  const store = useStore();
  const desk = useDesk();
  const open = desk.teams.some(canShareWith);
  const here = page?.isWeb && page.url ? { href: page.url, title: page.title, selectors: [] } : null;
  const spot = draft ?? here;
  const keepQuestion = async (question: string) => {
    const language = await writtenIn([question, spot?.title], uiLanguage());
    const body = { ...language, ...createQuestion(question, spot, systemClock()) };
    const result = await keep(store, { id: draft?.id ?? createId(), kind: 'question', body }, systemClock);
    if (!result.ok) return result;
    announce(text('uiKept'));
    void ask('refresh', {});
    const { team, id } = result.value;
    const teams = await teamsJoined(store.relaxed);
    desk.finish(view, teams.some(canShareWith) ? { view: 'share', key: [team, id] } : undefined);
    return result;
  };
  return (
    <Sheet title={text('askHeading')} onBack={desk.back}>
      <AskForm
        draft={draft?.id ?? words ?? ''}
        {...(draft?.quote ? { quote: draft.quote } : {})}
        page={spot?.title ?? ''}
        words={words ?? ''}
        hint={text(open ? 'askHintTeam' : 'askHint')}
        keep={keepQuestion}
        onCancel={() => desk.finish(view)}
      />
    </Sheet>
  );
}
