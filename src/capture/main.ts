/** Always there where we have host access: asks what to paint here, again when the page moves on, and otherwise rests. */
import { askUntilAnswered, isAlive, onTell } from '../browser/ask-page.ts';
import type { Takes, Tell } from '../wire/talk.ts';
import { joinLayer } from './layer.ts';
import { onMove } from './moves.ts';
import { whenSeen } from './seen.ts';

/** Longer addresses are not heard. */
const HREF_MAX = 16_384;

const layer = joinLayer();
if (layer.staysAway) {
  // Only this once: what is brought after that was asked for by a person.
  layer.staysAway = false;
} else {
  layer.resident?.rest();
  layer.resident = live();
}

function live(): NonNullable<typeof layer.resident> {
  let asked = 0;
  let isNew = true;
  const refresh = (): void => whenSeen(() => void ask());
  const stops = [onMove(begin), onTell(hear), onReturn(begin)];

  /** Another page, as far as anyone may tell. */
  function begin(): void {
    isNew = true;
    // What is still being answered is about the page before, and it may be long until this one is seen.
    asked++;
    refresh();
  }

  async function ask(): Promise<void> {
    if (!isAlive()) return rest();
    const turn = ++asked;
    const answer = await askUntilAnswered('marks', { ...addressOf(), ...(isNew ? { isNew } : {}) });
    // A later move has asked again, or a newer layer has taken over.
    if (turn !== asked || !answer.ok) return;
    isNew = false;
    layer.painter?.paint(answer.value);
    layer.bar?.(answer.value.bar);
  }

  function hear(tell: Tell): void {
    if (tell.tell === 'refresh') refresh();
    else if (tell.tell === 'show') layer.painter?.show(tell.team, tell.id);
    else rest();
  }

  function rest(): void {
    asked++;
    for (const stop of stops) stop();
    layer.painter?.rest();
    layer.bar?.(false);
    layer.resident = undefined;
  }

  refresh();
  return { refresh, rest };
}

/** The page's address, and what its link says that is. */
function addressOf(): Takes<'marks'> {
  const link = Document.prototype.querySelector.call(document, 'link[rel~="canonical" i]');
  const claimed = link ? (Element.prototype.getAttribute.call(link, 'href') ?? '') : '';
  const canonical = URL.canParse(claimed, document.baseURI) ? new URL(claimed, document.baseURI).href : '';
  const isUsable = canonical !== '' && canonical.length <= HREF_MAX;
  return { href: location.href, ...(isUsable ? { canonical } : {}) };
}

/** Hears that the page came back from the back-forward cache, as it was left. */
function onReturn(listener: () => void): () => void {
  const hear = (event: PageTransitionEvent): void => {
    if (event.persisted) listener();
  };
  window.addEventListener('pageshow', hear);
  return () => window.removeEventListener('pageshow', hear);
}
