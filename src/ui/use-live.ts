import { useLayoutEffect, useState } from 'preact/hooks';

/** The shape of a live query, as the store gives it. */
export interface LiveSource<T> {
  subscribe(next: (value: T) => void, onError: (error: unknown) => void): () => void;
}

/**
 * The newest answer of a live query, `undefined` until the first. `create` runs again when `inputs` change; the last
 * answer stays meanwhile, so that nothing flickers; `first` is what is known before anything is asked. An error of the query is thrown where the component draws.
 */
export function useLive<T>(create: () => LiveSource<T>, inputs: readonly unknown[], first?: T): T | undefined {
  const [state, setState] = useState<{ value?: T; error?: unknown }>(first === undefined ? {} : { value: first });
  // At once: an ordinary effect waits for the next frame, and a popup's first frame comes late.
  useLayoutEffect(
    () =>
      create().subscribe(
        // What was known already is not drawn once more.
        (value) => setState((last) => ('value' in last && last.value === value ? last : { value })),
        (error) => setState({ error }),
      ),
    inputs,
  );
  if (state.error !== undefined) throw state.error;
  return state.value;
}
