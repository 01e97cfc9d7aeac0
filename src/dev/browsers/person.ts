/**
 * A person at a browser with Sidelight in it, as the journeys, `npm start` and the benchmarks drive them. Each browser
 * has its own way to do these things and one file that does them; nothing above this line knows which browser it is.
 */
import type { Role } from './seek.ts';

export type BrowserName = 'chrome' | 'firefox';

/** Our commands as the manifest names them. */
export type Command = 'keep' | 'ask' | 'panel';

/** Our own pages, by the file they are built as. */
export type OwnPage = 'popup' | 'sidebar' | 'options' | 'welcome';

export interface Opening {
  /** Folder of the built extension. */
  extension: string;
  /** Folder of a lasting profile; without one a new profile is made, and removed at the end. */
  profile?: string;
  /** Shows a window; without it nothing is seen. */
  visible?: boolean;
  /** The browser's program; without it the first that is installed. */
  program?: string;
  /** The interface's language, as in `en-US`. */
  language?: string;
  /** The X display to show the window on, as `DISPLAY` names it. */
  display?: string;
  /**
   * What opens while this is true the debugger leaves alone, and nothing here can see into it. (A tab that is watched is
   * given no prerendered pages.) Chrome only.
   */
  isLeftAlone?: () => boolean;
  /** Port of a proxy on 127.0.0.1 that every request goes through, those to this machine included. */
  proxyPort?: number;
}

/** One document in view: a page of the web, or the popup, the side panel or a tab of ours. */
export interface View {
  /** Runs a function in the document. It sees nothing of its surroundings; functions among the arguments are sent along. */
  read<A extends unknown[], T>(look: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Reads until there is something, and gives it. `what` is told when there never is. */
  until<A extends unknown[], T>(
    what: string,
    look: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<Exclude<T, undefined | null | false | '' | 0>>;
  /** Waits for words that can be seen. */
  see(words: string): Promise<void>;
  /** Waits until these words are nowhere to be seen. */
  miss(words: string): Promise<void>;
  /** Presses what is called so, as a person's mouse does; `beside`: in the card, row or form that has these words. */
  click(role: Role, name: string, beside?: string): Promise<void>;
  /** Replaces what stands in a field by this text, typed. */
  fill(name: string, text: string): Promise<void>;
  /** Types where the cursor is. */
  type(text: string): Promise<void>;
  /** Presses one key, named as in `KeyboardEvent.key`. */
  press(key: string): Promise<void>;
  /** A PNG of what it shows. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The part of the page that a passage stands in, where that is not the page itself. */
export interface Where {
  /** Part of a frame's address. */
  frame?: string;
}

export interface Person {
  readonly browser: BrowserName;
  /** The tab in front. */
  readonly page: View;
  goTo(url: string): Promise<void>;
  /** Turns to the tab that something else has brought to front. */
  follow(): Promise<void>;
  openTab(url: string): Promise<View>;
  /** Selects a passage of the page in front, found by its words; white space counts as one space. */
  select(passage: string, where?: Where): Promise<void>;
  unselect(): Promise<void>;
  /** Clicks with the mouse at a point of the page's view, so many times in a row. */
  clickAt(x: number, y: number, times?: number): Promise<void>;
  /** Gives a command as its key does. Where a browser cannot be made to press it, the command is given directly. */
  command(name: Command): Promise<void>;
  /** Chooses an item of ours in the page's context menu, by its id. The menu is opened on what is selected. */
  menu(id: string, where?: Where): Promise<void>;
  openPopup(): Promise<View>;
  /** Opens the side panel as the browser's own interface does. */
  openPanel(): Promise<View>;
  /** The side panel that something else opened. */
  panel(): Promise<View>;
  /** The popup that something else opened. */
  popup(): Promise<View>;
  /** One of our pages in a tab of its own, in front. */
  openOwn(page: OwnPage): Promise<View>;
  /** The tab that shows one of our pages already. */
  own(page: OwnPage): Promise<View>;
  /** From here on what the browser asks about access is answered with yes; gives the way to let it ask again. */
  agree(): Promise<() => Promise<void>>;
  /** Turns the browser's own switch that lets an extension into files of this machine. */
  switchFiles(is: boolean): Promise<void>;
  /** What our part of the page says, which the page itself cannot read; '' for nothing. */
  toast(): Promise<string>;
  /** Presses a button in our part of the page. */
  clickToast(name: string): Promise<void>;
  /** The passages painted on the page in front, or in the frame of it whose address has these words, in their order. */
  painted(frame?: string): Promise<string[]>;
  /** The count on our icon for the tab in front. */
  badge(): Promise<string>;
  /** Every row of a table of ours. */
  rows(table: string): Promise<Record<string, unknown>[]>;
  /** Runs a function in our background, which is started where it is stopped. */
  inBackground<A extends unknown[], T>(look: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Stops our background now, whatever it is doing. */
  stopBackground(): Promise<void>;
  /** Loads the extension anew, as an update does, while pages stay open. */
  reloadExtension(): Promise<void>;
  /** Errors nobody caught in our own code, and with it in the pages where the browser does not tell them apart. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}
