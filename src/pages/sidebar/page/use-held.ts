import { useRef } from 'preact/hooks';

/**
 * Of what is there now, what was there when the list was first ready: what comes later would push down what is being
 * read. Another `list` begins anew. What is gone goes at once.
 */
export function useHeld<T>(list: string, items: T[] | undefined, idOf: (item: T) => string, isReady: boolean): T[] {
  const held = useRef<{ list: string; ids: ReadonlySet<string> } | null>(null);
  if (isReady && items && held.current?.list !== list) held.current = { list, ids: new Set(items.map(idOf)) };
  const { current } = held;
  return current?.list === list ? (items ?? []).filter((item) => current.ids.has(idOf(item))) : [];
}
