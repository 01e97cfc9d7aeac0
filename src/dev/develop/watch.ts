import { watch } from 'node:fs';

/** Editors write a file in several steps, and several files at once. */
const SETTLE_MS = 80;

/**
 * Calls `work` after something changed and came to rest, never twice at once; a change meanwhile calls it again. What
 * goes wrong is printed, and the next change tries again. Gives the way to stop.
 */
export function watchSources(paths: string[], work: () => Promise<void>): () => void {
  let isWorking = false;
  let isChanged = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    isChanged = true;
    if (isWorking) return;
    isWorking = true;
    while (isChanged) {
      isChanged = false;
      await report(work);
    }
    isWorking = false;
  };
  const watchers = paths.map((path) =>
    watch(path, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

async function report(work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  try {
    await work();
    console.log(`Built and loaded anew in ${Math.round(performance.now() - began)} ms`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}
