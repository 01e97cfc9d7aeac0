import browser from 'webextension-polyfill';
import type { Piece } from '../kit/excerpt.ts';
import { shorten } from './short-content.ts';
import type { Suggested } from './suggestion.ts';
import type { Where } from './tab-reach.ts';

/** Chromium reads XML in a description, Firefox plain text. */
const isXml = 'sidePanel' in (globalThis.chrome ?? {});

/** Control characters, halves of one and what is none may not stand in XML at all, and one would lose every suggestion. */
const escapeXml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const write = (text: string): string => (isXml ? escapeXml(text) : text);

/** With marks, where the browser has some: Firefox marks what was typed by itself. */
const writePiece = ({ text, hit }: Piece): string => (hit && isXml ? `<match>${write(text)}</match>` : write(text));

/**
 * Answers what is typed after our keyword, and hears what was chosen. Call it in the background's first turn. Chromium keeps what stands
 * in the place of the hint, on the disk and beyond the browser's end, and it may repeat what was typed: so the hint comes back with the end.
 * In Firefox the hint stays: what is set there is shown above what the next letter finds, of which it need not be true.
 */
export function onOmnibox(
  hint: string,
  suggest: (typed: string) => Promise<Suggested>,
  choose: (content: string, where: Where) => void,
): void {
  const sayFirst = (text: string): void => browser.omnibox.setDefaultSuggestion({ description: write(text) });
  /** Null when nothing is typed any more: what is found for what was typed before says nothing then. */
  let last: string | null = null;
  /** What was suggested last stands for, where that is given shorter. */
  let meant = new Map<string, string>();
  const end = (): void => {
    last = null;
    sayFirst(hint);
  };
  end();
  browser.omnibox.onInputChanged.addListener((typed, give) => {
    last = typed;
    void suggest(typed).then((suggested) => {
      const given = isXml ? { found: suggested.found, meant } : shorten(typed, suggested);
      if (typed === last) {
        meant = given.meant;
        if (isXml) sayFirst(suggested.says ?? hint);
      }
      give(
        given.found.map(({ content, description }) => ({ content, description: description.map(writePiece).join('') })),
      );
    });
  });
  browser.omnibox.onInputCancelled.addListener(end);
  browser.omnibox.onInputEntered.addListener((content, where) => {
    end();
    choose(meant.get(content) ?? content, where);
  });
}
