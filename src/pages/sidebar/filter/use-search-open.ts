import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Whether the search is in use: something is typed, or the focus is in it. Give `ref` to what is around all of it. */
export function useSearchOpen<E extends HTMLElement>(query: string): { isOpen: boolean; ref: RefObject<E | null> } {
  const ref = useRef<E>(null);
  const [hasFocus, setFocus] = useState(false);
  useEffect(() => {
    const look = () => setFocus(ref.current?.contains(document.activeElement) ?? false);
    // A click on a chip takes the focus from the field for a moment; what counts is where it comes to rest.
    const lookSoon = () => setTimeout(look);
    const around = ref.current;
    around?.addEventListener('focusin', look);
    around?.addEventListener('focusout', lookSoon);
    return () => {
      around?.removeEventListener('focusin', look);
      around?.removeEventListener('focusout', lookSoon);
    };
  }, []);
  return { isOpen: hasFocus || query.trim() !== '', ref };
}
