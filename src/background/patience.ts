const PATIENCE_MS = 3_000;

/**
 * Waits for what pages were asked to do, but no longer for one that is stuck (an open dialog, a loop without end): it
 * answers nothing, and would hold up whatever comes after, such as a site being switched off.
 */
export async function withPatience(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([work, over]).finally(() => clearTimeout(timer));
}
