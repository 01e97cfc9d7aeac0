import { pageText } from '../browser/ask-page.ts';
import type { Result } from '../kit/result.ts';
import type { Outcome } from './layer.ts';
import { type Said, say } from './toast.ts';

/** Had in time: once the extension is gone, its words are gone with it. */
const reloaded: Said = { words: pageText('failure_reloaded') };

/** Says why something was not done. */
export function sayFailure(code: string): Outcome {
  say(code === 'reloaded' ? reloaded : { words: pageText(keyFor(code)) });
  return 'failed';
}

/** What a page is refused has nothing to do with what a person may in a team. */
const keyFor = (code: string): string =>
  code === 'not-allowed' ? 'failure_not_this_page' : `failure_${code.replaceAll('-', '_')}`;

/** The same for an answer that may be a refusal. Of silence nothing is said: what was to open may have opened. */
export async function sayIfRefused(answer: Promise<Result<null>>): Promise<void> {
  const said = await answer;
  if (!said.ok && said.failure.code !== 'no-answer') sayFailure(said.failure.code);
}
