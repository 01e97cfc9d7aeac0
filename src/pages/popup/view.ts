import type { RecordKey } from '../../store/rows.ts';
import type { Draft } from '../../wire/messages.ts';
import type { Intent } from '../../wire/session.ts';

/** What the popup shows. */
export type View =
  | { view: 'home'; notice?: { code: string; detail?: string } }
  | { view: 'write' }
  | { view: 'record'; key: RecordKey; note: boolean }
  | { view: 'ask'; draft?: Draft; words?: string }
  | { view: 'not-kept'; code: string; text: string };

/** What the popup was opened for, as a view. */
export function viewFor(intent: Intent | null): View {
  switch (intent?.intent) {
    case 'record':
      return { view: 'record', key: [intent.team, intent.id], note: intent.note };
    case 'ask':
      return { view: 'ask', draft: intent.draft };
    case 'ask-words':
      return { view: 'ask', words: intent.words };
    case 'not-kept':
      return { view: 'not-kept', code: intent.code, text: intent.text };
    case 'notice': {
      const { code, detail } = intent;
      return { view: 'home', notice: detail === undefined ? { code } : { code, detail } };
    }
    default:
      return { view: 'home' };
  }
}
