import { askOnce, askUntilAnswered } from '../browser/ask-page.ts';
import type { Draft } from '../wire/messages.ts';
import type { Outcome } from './layer.ts';
import { sayFailure, sayIfRefused } from './said.ts';
import { dismiss } from './toast.ts';

/** Begins a question whose words are typed in our own surface, which the gesture has opened. */
export async function askAbout(draft: Draft): Promise<Outcome> {
  const answer = await askUntilAnswered('ask', draft);
  return answer.ok ? 'asked' : sayFailure(answer.failure.code);
}

/** The same after a click in the page. Says it in the click's own turn: our surface opens in a gesture only. */
export function askFromPage(draft: Draft): void {
  const answer = askOnce('ask', { ...draft, opens: true });
  dismiss();
  void sayIfRefused(answer);
}
