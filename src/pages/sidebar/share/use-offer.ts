import { useMemo, useState } from 'preact/hooks';
import type { JsonObject } from '../../../domain/json.ts';
import { bodyToShare, type Choice, type Choices, type Concern, defaultChoice, findConcerns } from './offer.ts';

/** What is about to be shared: what to look at, what was chosen, and the body as colleagues will get it. */
export interface Offer {
  concerns: Concern[];
  choiceOf: (concern: Concern) => Choice;
  choose: (concern: Concern, choice: Choice) => void;
  body: JsonObject;
}

/** Looks a body over before it is shared; not at all where it stays here. */
export function useOffer(body: object, isShared = true): Offer {
  const [choices, setChoices] = useState<Choices>({});
  const written = JSON.stringify(body);
  const offered = useMemo(() => JSON.parse(written) as JsonObject, [written]);
  const concerns = useMemo(() => (isShared ? findConcerns(offered) : []), [offered, isShared]);
  return {
    concerns,
    choiceOf: (concern) => choices[concern.id] ?? defaultChoice(concern),
    choose: (concern, choice) => setChoices({ ...choices, [concern.id]: choice }),
    body: bodyToShare(offered, concerns, choices),
  };
}
