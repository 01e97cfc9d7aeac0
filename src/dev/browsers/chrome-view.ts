import type { KeyInput, Page } from 'puppeteer-core';
import type { View } from './person.ts';
import { pointAt, seek } from './seek.ts';
import { writeCall } from './source.ts';
import { createView } from './view.ts';

/** A view of a page, popup or side panel. The mouse and the keys are real ones to the browser, so they count as gestures. */
export function viewOf(page: Page): View {
  return createView({
    evaluate: (expression) => page.evaluate(expression),
    async tap(role, name) {
      const point = (await page.evaluate(writeCall(pointAt, [seek, role, name]))) as ReturnType<typeof pointAt>;
      if (point) await page.mouse.click(point.x, point.y);
      return point !== null;
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    picture: () => page.screenshot({ type: 'png' }),
    close: () => page.close(),
  });
}
