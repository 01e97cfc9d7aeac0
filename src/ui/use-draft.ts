import { useState } from 'preact/hooks';

/** What was typed and not sent, while this page of ours is open; in memory only. */
const drafts = new Map<string, unknown>();

export const draftOf = (key: string): unknown => drafts.get(key);

export const hasDraft = (key: string): boolean => drafts.has(key);

/**
 * State that outlives its component: another page may come into view while an answer is being typed, and on the way back
 * it is still there. `drop` when it was sent or given up.
 */
export function useDraft<T>(key: string, initial: () => T): [draft: T, change: (draft: T) => void, drop: () => void] {
  const [draft, setDraft] = useState<T>(() => (drafts.has(key) ? (drafts.get(key) as T) : initial()));
  const change = (next: T) => {
    drafts.set(key, next);
    setDraft(next);
  };
  return [draft, change, () => drafts.delete(key)];
}
