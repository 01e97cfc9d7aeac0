import { useEffect, useState } from 'preact/hooks';

/** What was done, and what a list has now: neither is said in the place of the other. */
type About = 'done' | 'found';

let say: (sentence: string, about: About) => void = () => {};

/** Has a screen reader say a sentence in the next pause; nothing is seen. */
export const announce = (sentence: string, about: About = 'done'): void => say(sentence, about);

/** Stands once in each page. The same sentence twice is said twice: an unseen space makes it new. */
export function Announcer() {
  const [said, setSaid] = useState({ done: '', found: '' });
  useEffect(() => {
    say = (next, about) => setSaid((last) => ({ ...last, [about]: last[about] === next ? `${next}\u00a0` : next }));
    return () => {
      say = () => {};
    };
  }, []);
  return (
    <div class="hidden-visually">
      <div role="status" aria-live="polite">
        {said.done}
      </div>
      <div role="status" aria-live="polite">
        {said.found}
      </div>
    </div>
  );
}
