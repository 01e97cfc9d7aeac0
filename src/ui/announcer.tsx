import { useEffect, useState } from 'preact/hooks';

let say: (sentence: string) => void = () => {};

/** Has a screen reader say a sentence in the next pause; nothing is seen. */
export const announce = (sentence: string): void => say(sentence);

/** Stands once in each page. The same sentence twice is said twice: an unseen space makes it new. */
export function Announcer() {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    say = (next) => setSentence((last) => (last === next ? `${next}\u00a0` : next));
    return () => {
      say = () => {};
    };
  }, []);
  return (
    <div class="hidden-visually" role="status" aria-live="polite">
      {sentence}
    </div>
  );
}
