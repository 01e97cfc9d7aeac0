import { toInk } from './ink.ts';

/** What an element without text is called by: its caption, or what it has instead of a text. '' where it has no name. */
export function labelOf(element: Element): string {
  const within = (css: string, where: Element | null): string | null | undefined =>
    where && Element.prototype.querySelector.call(where, css)?.textContent;
  const caption =
    within('caption', element) ??
    within('figcaption', Element.prototype.closest.call(element, 'figure')) ??
    within(':scope > title', element);
  const labels = ['alt', 'aria-label', 'title'].map((name) => attributeOf(element, name));
  return [caption, ...labels].find((label) => label?.trim())?.trim() ?? '';
}

/** What tells an element from others of its kind, each '' where there is none. */
export interface Signs {
  label: string;
  /** The file that it shows. */
  file: string;
}

/** A `data:` address holds the file itself, and a page may have megabytes of them: two that differ do so in their ends. */
const ADDRESS_MOST = 4_096;

/** Where the file is named. A page that loads its pictures late names it beside, first or for good, and shows another till then. */
const FILES = ['data-src', 'data-original', 'data-lazy-src', 'src', 'data', 'poster', 'srcset'];

/** As numbers: names stand elsewhere, and an address may be a secret. What is asked of a server beside the file changes. */
export function signsOf(element: Element): Signs {
  const address = FILES.map((name) => attributeOf(element, name)).find(Boolean) ?? '';
  const [file] = address.slice(-ADDRESS_MOST).split(/[?#]/);
  return { label: digest(toInk(labelOf(element))), file: digest(file as string) };
}

const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** FNV-0 in seven characters at most. */
function digest(text: string): string {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return text && (hash >>> 0).toString(36);
}
