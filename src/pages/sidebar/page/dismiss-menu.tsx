import { ask } from '../../../browser/ask.ts';
import { saveSettings } from '../../../browser/settings.ts';
import { headlineOf } from '../../../domain/headline.ts';
import { systemClock } from '../../../kit/clock.ts';
import { ok, type Result } from '../../../kit/result.ts';
import type { Fit } from '../../../store/for-page.ts';
import { type Dismissal, dismiss, takeBackDismissal } from '../../../store/suggestions.ts';
import { announce } from '../../../ui/announcer.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Menu } from '../../../ui/menu.tsx';
import { text } from '../../../ui/text.ts';
import { switchSuggestions } from '../../../wire/settings.ts';
import { useDesk, useStore } from '../desk.ts';
import type { PageInView } from './use-active.ts';

interface DismissMenuProps {
  fit: Fit;
  page: PageInView;
  onDismissed: () => void;
}

const NAME_LENGTH = 60;
const WORDS = 2;

/** Says of a suggestion that it is not wanted: this one, any on this site, or any about this. It stays on this device. */
export function DismissMenu({ fit, page, onDismissed }: DismissMenuProps) {
  const store = useStore();
  const desk = useDesk();
  const { record, because } = fit;
  const words = because.slice(0, WORDS);
  const did = (said: string, undo: () => Promise<Result<unknown>>) => {
    const undoAll = async () => {
      const undone = await undo();
      onDismissed();
      return undone;
    };
    onDismissed();
    desk.offerUndo({ said, undo: undoAll });
  };
  const drop = async (dismissal: Dismissal, said: string) => {
    const dropped = await dismiss(store, { ...dismissal, because }, systemClock);
    if (!dropped.ok) return announce(failureText(dropped.failure));
    did(said, () => takeBackDismissal(store, dismissal));
  };
  const switchSite = async (isOn: boolean) => {
    await saveSettings((settings) => switchSuggestions(settings, page.site, isOn));
    void ask('refresh', {});
    return ok(null);
  };
  const notThis = {
    words: text('dismissThis'),
    choose: () => void drop({ what: 'record', team: record.team, id: record.id }, text('dismissedThis')),
  };
  const notHere = {
    words: text('dismissSite', page.site),
    choose: () => void switchSite(false).then(() => did(text('dismissedSite', page.site), () => switchSite(true))),
  };
  const notThat = {
    words: text('dismissTopic', words.join(', ')),
    choose: () => void drop({ what: 'topic', words }, text('dismissedTopic', words.join(', '))),
  };
  const name = headlineOf(record).first.text.slice(0, NAME_LENGTH);
  const choices = words.length > 0 ? [notThis, notHere, notThat] : [notThis, notHere];
  return <Menu label={text('dismissLabel', name)} choices={choices} />;
}
