import type { RecordKey } from '../../store/rows.ts';
import type { Draft } from '../../wire/messages.ts';
import type { Intent } from '../../wire/session.ts';

/** What the panel shows. `page` follows the page in view; the others stay until the person leaves them. */
export type View =
  | { view: 'page'; notice?: { code: string; detail?: string } }
  | { view: 'one'; key: RecordKey; note: boolean }
  | { view: 'ask'; draft?: Draft; words?: string }
  | { view: 'write' }
  | { view: 'share'; key: RecordKey }
  | { view: 'not-kept'; code: string; text: string };

/** What the panel was opened for, as a view. */
export function viewFor(intent: Intent): View {
  switch (intent.intent) {
    case 'record':
      return { view: 'one', key: [intent.team, intent.id], note: intent.note };
    case 'ask':
      return { view: 'ask', draft: intent.draft };
    case 'ask-words':
      return { view: 'ask', words: intent.words };
    case 'not-kept':
      return { view: 'not-kept', code: intent.code, text: intent.text };
    case 'notice': {
      const { code, detail } = intent;
      return { view: 'page', notice: detail === undefined ? { code } : { code, detail } };
    }
  }
}
