import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserName } from '../../src/dev/browsers/person.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';

/** Folder of the build that is walked through. */
export const DIST = process.env.DIST ?? 'dist';
export const PAGES = 'test/fixtures/pages';
/** Folder of real pages to keep lessons on, where one was given: `npm test -- --pages DIR`. */
export const REAL_PAGES = process.env.REAL_PAGES || undefined;

/**
 * Journeys in one browser, on one stage for the whole file: starting browsers is what takes the time. Left out where
 * that browser is not installed.
 */
export function journeys(title: string, browser: BrowserName, tell: (stage: () => Stage) => void): void {
  describe.skipIf(!findProgram(browser))(`${title} (${browser})`, () => {
    let stage: Stage | undefined;
    beforeAll(async () => {
      if (!existsSync(`${DIST}/${browser}/manifest.json`))
        throw new Error(`There is no build in ${DIST}: npm run build.`);
      stage = await openStage({ browser, dist: DIST, pages: REAL_PAGES ? [PAGES, REAL_PAGES] : [PAGES] });
    });
    afterAll(() => stage?.close());
    tell(() => {
      if (!stage) throw new Error('The stage is not open.');
      return stage;
    });
  });
}
