import { strike, tap, typeText } from './firefox-fingers.ts';
import { ADDON } from './firefox-profile.ts';
import { addonOf, contextOf, drawContext, evaluateIn, type Surface } from './firefox-window.ts';
import type { Marionette } from './marionette.ts';
import type { View } from './person.ts';
import { seek } from './seek.ts';
import { writeCall } from './source.ts';
import { createView } from './view.ts';

/** Speaks to Firefox itself and to what it shows. */
export interface Inside {
  /** Runs a function in the browser itself; functions among the arguments are sent along. */
  run<A extends unknown[], T>(look: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** The value of an expression in a document; `trusted` with the browser's own rights. */
  evaluate(surface: Surface, expression: string, options?: { frame?: string; trusted?: boolean }): Promise<unknown>;
  view(surface: Surface, close: () => Promise<void>): View;
}

export function createInside(marionette: Marionette): Inside {
  const inside: Inside = {
    async run(look, ...args) {
      const script = `return ${writeCall(look, args)}`;
      return (await marionette.ask('WebDriver:ExecuteScript', {
        script,
        sandbox: 'system',
        newSandbox: false,
      })) as never;
    },
    evaluate: (surface, expression, { frame = null, trusted = false } = {}) =>
      inside.run(
        (evaluate, context, addon, id, surface, frame, expression, trusted) =>
          evaluate(context(surface, frame, addon(id)), expression, trusted),
        evaluateIn,
        contextOf,
        addonOf,
        ADDON,
        surface,
        frame,
        expression,
        trusted,
      ),
    view: (surface, close) => viewOf(inside, surface, close),
  };
  return inside;
}

function viewOf(inside: Inside, surface: Surface, close: () => Promise<void>): View {
  const trusted = { trusted: true };
  return createView({
    evaluate: (expression) => inside.evaluate(surface, expression),
    tap: async (role, name, beside) =>
      inside.evaluate(surface, writeCall(tap, [seek, role, name, beside]), trusted).then(Boolean, whenClosed),
    type: async (text) => void (await inside.evaluate(surface, writeCall(typeText, [text]))),
    press: async (key) => void (await inside.evaluate(surface, writeCall(strike, [key]), trusted).catch(whenClosed)),
    async picture() {
      const draw = (
        draw: typeof drawContext,
        context: typeof contextOf,
        addon: typeof addonOf,
        id: string,
        of: Surface,
      ) => draw(context(of, null, addon(id)));
      return Buffer.from(await inside.run(draw, drawContext, contextOf, addonOf, ADDON, surface), 'base64');
    },
    close,
  });
}

/** A key or a click may close what it is given to, as Enter does in the popup: then it was done. */
function whenClosed(error: unknown): true {
  if (error instanceof Error && /AbortError|destroyed/.test(error.message)) return true;
  throw error;
}
