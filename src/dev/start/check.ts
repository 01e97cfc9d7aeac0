import { findAny, type Program } from '../browsers/programs.ts';
import { openStage } from '../walk/stage.ts';
import { walkAll } from '../walk/walk.ts';
import type { Arguments } from './arguments.mjs';
import { sayNoBrowser } from './by-hand.ts';

/** Walks the whole way without a window and gives the exit code: 0, or 1 after the step that failed. */
export async function run({ browser }: Arguments): Promise<number> {
  const program = findAny(browser);
  if (!program) {
    console.error(sayNoBrowser(browser));
    return 1;
  }
  const stage = await openStage({ browser: program.browser, dist: 'dist', pages: ['test/fixtures/pages'] });
  const stop = () => void stage.close().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const failed = await walkAll(stage, console.log);
    console.log(summary(program, failed));
    return failed === null ? 0 : 1;
  } finally {
    await stage.close();
  }
}

const summary = ({ path }: Program, failed: string | null): string =>
  failed === null ? `Every step holds in ${path}.` : `Failed in ${path} at: ${failed}.`;
