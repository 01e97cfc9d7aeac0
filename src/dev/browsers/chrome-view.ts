import type { KeyInput, Page } from 'puppeteer-core';
import type { View } from './person.ts';
import { pointAt, seek } from './seek.ts';
import { writeCall } from './source.ts';
import { createView } from './view.ts';

/** A view of a page, popup or side panel. The mouse and the keys are real ones to the browser, so they count as gestures. */
export function viewOf(page: Page, close = () => page.close()): View {
  return createView({
    evaluate: (expression) => page.evaluate(expression),
    async tap(role, name, beside) {
      const look = page.evaluate(writeCall(pointAt, [seek, role, name, beside]));
      const point = (await look) as Awaited<ReturnType<typeof pointAt>>;
      if (!point) return false;
      await page.mouse.click(point.x, point.y).catch(unlessClosed);
      // A popup that is still finding its size can lose a click; then it is given again.
      return page.evaluate('document.struck').then(Boolean, () => true);
    },
    type: (text) => page.keyboard.type(text),
    async press(key) {
      await page.keyboard.down(key as KeyInput).catch(unlessClosed);
      await page.keyboard.up(key as KeyInput).catch(unlessClosed);
    },
    picture: () => page.screenshot({ type: 'png' }),
    close,
  });
}

/** A popup or side panel closes itself: to the debugger it is no tab that could be closed. */
export const viewOfPopup = (page: Page): View =>
  viewOf(page, () => page.evaluate(() => window.close()).catch(unlessClosed));

/** A key or a click may close what it is given to, as Enter does in the popup. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
}
