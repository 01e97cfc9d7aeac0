import browser from 'webextension-polyfill';

export interface Suggestion {
  /** What Enter stands for. */
  content: string;
  /** Plain text. */
  description: string;
}

export interface Suggested {
  found: Suggestion[];
  /** What is to be said in the place of the hint. */
  says?: string;
}

/** Chromium reads XML in a description, Firefox plain text. */
const isXml = 'sidePanel' in (globalThis.chrome ?? {});

/** Control characters may not stand in XML at all, and one would lose every suggestion. */
const escapeXml = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Answers what is typed after our keyword, and hears what was chosen. Call it in the background's first turn. */
export function onOmnibox(
  hint: string,
  suggest: (typed: string) => Promise<Suggested>,
  choose: (content: string) => void,
): void {
  const write = (text: string): string => (isXml ? escapeXml(text) : text);
  const sayFirst = (text: string): void => browser.omnibox.setDefaultSuggestion({ description: write(text) });
  sayFirst(hint);
  browser.omnibox.onInputChanged.addListener((typed, give) => {
    void suggest(typed).then(({ found, says }) => {
      sayFirst(says ?? hint);
      give(found.map(({ content, description }) => ({ content, description: write(description) })));
    });
  });
  browser.omnibox.onInputEntered.addListener((content) => choose(content));
}
