/** How long a person would wait before calling it broken; generous, since tests share slow machines. */
export const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 25;

/**
 * Looks until there is something to see and gives it: anything but undefined, null, false and ''. A look that throws has
 * not seen anything yet. When patience ends the error says what was waited for and what the last look met.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | null | false | '' | 0> | T | undefined | null | false | '' | 0,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  let met: unknown = 'nothing';
  for (;;) {
    try {
      const seen = await look();
      if (seen) return seen;
      met = 'nothing';
    } catch (error) {
      met = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${patienceMs} ms for ${what}; the last look met ${met}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
