import type { View } from './person.ts';
import { type Role, readAloud, shows } from './seek.ts';
import { writeCall } from './source.ts';
import { until } from './until.ts';

/** What a browser must be able to do with one document; the rest of a {@link View} follows from it. */
export interface Hands {
  /** The value of an expression in the document, waited for where it is a promise. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses a thing once if it can be pressed now. */
  tap(role: Role, name: string, beside: string | null): Promise<boolean>;
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function createView(hands: Hands): View {
  const read: View['read'] = async (look, ...args) => (await hands.evaluate(writeCall(look, args))) as never;
  const view: View = {
    read,
    until: async (what, look, ...args) => (await withScene(view, what, () => read(look, ...args))) as never,
    see: async (words) => void (await withScene(view, `the words "${words}"`, () => read(shows, words))),
    miss: async (words) => void (await withScene(view, `"${words}" to go`, async () => !(await read(shows, words)))),
    async click(role, name, beside) {
      await withScene(view, `the ${role} "${name}"`, () => hands.tap(role, name, beside ?? null));
    },
    async fill(name, text) {
      await view.click('textbox', name);
      await read(() => {
        const field = document.activeElement;
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
      });
      await (text === '' ? hands.press('Delete') : hands.type(text));
    },
    type: hands.type,
    press: hands.press,
    picture: hands.picture,
    close: hands.close,
  };
  return view;
}

/** Waits as {@link until} does; where it never comes, the error also says what stood there instead. */
async function withScene(view: View, what: string, look: () => Promise<unknown>): Promise<unknown> {
  try {
    return await until(what, look);
  } catch (error) {
    const scene = await view.read(readAloud).catch((gone: unknown) => String(gone));
    throw new Error(`${(error as Error).message} In view: ${scene}`);
  }
}
