/** Quiet after the last change before upkeep. */
const QUIET_MS = 2_000;
/** Longest stretch before others have their turn. */
const SLICE_MS = 50;

/**
 * Gives what does upkeep a moment after the last time it was asked for, slice by slice: `step` works for so many
 * milliseconds and says whether there is more. May be killed anywhere.
 */
export function createTending(step: (budgetMs: number) => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTending = false;

  async function tend(): Promise<void> {
    if (isTending) return;
    isTending = true;
    try {
      while (await step(SLICE_MS)) await new Promise((resolve) => setTimeout(resolve));
    } finally {
      isTending = false;
    }
  }

  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void tend(), QUIET_MS);
  };
}
