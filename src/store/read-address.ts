import { plainSite } from '../domain/readable-site.ts';
import { siteOf } from '../domain/url.ts';
import { fold } from '../kit/fold.ts';
import { TYPED_MAX } from '../search/asked/query-parts.ts';
import { isSmallAnywhere } from '../search/text/small-words.ts';
import { words } from '../search/text/words.ts';
import { hasPath, pagesOf } from './on-pages.ts';

/** An address that somebody typed or pasted, and what stands beside it. */
export interface Address {
  /** What it may go by, normalised; none where it is a site and nothing else. */
  pages: string[];
  /** As search knows it; '' for a file. */
  site: string;
  /** It is what was typed last, so that it may go on. */
  isOpen: boolean;
  /** What was typed beside it, with or without a space at its end; */
  rest: string;
  /** which may say nothing, as in `die x.example/a`; */
  isSmall: boolean;
  /** all of it as words, without what says nothing of an address, */
  text: string;
  /** and the same where the address stands as it is. */
  verbatim: string;
}

/** A host, and what makes an address of it: its scheme, a path, a port. A file name (`src/index.ts`) begins with no host. */
const NAME = '(?:[\\p{L}\\d-]+\\.)+\\p{L}[\\p{L}\\d-]+';
const HOST = `(?:${NAME}|localhost)`;
const ADDRESS = new RegExp(`^(?:(?:https?|file)://\\S+|${HOST}(?::\\d+)?[/?#]\\S*|${HOST}:\\d+)$`, 'iu');
const SITE = new RegExp(`^${NAME}$`, 'iu');
/** As it stands in a text. */
const SET = /^[<(]|(?:[>,;.]|\)(?<=^\([^()]*\)))+$/g;
const SCHEME = /^(?:https?:\/\/)?(?:www\.)?/i;
/** Who typed more than that beside it pasted a text, which is searched for as it is. */
const FEW = 6;
/** What means more than words do: what is left out, chosen or quoted. */
const SIGNED = /^-|^or$|"/i;

/** Null where none is typed, or several are. */
export function readAddress(typed: string): Address | null {
  const pieces = typed.split(/\s+/).filter(Boolean);
  if (typed.length > TYPED_MAX || pieces.length > FEW || pieces.some((piece) => SIGNED.test(piece))) return null;
  const plain = pieces.map((piece) => piece.replace(SET, ''));
  const [at, ...more] = plain.flatMap((piece, i) => (ADDRESS.test(piece) ? [i] : []));
  if (at === undefined) return pieces.length === 1 ? readSite(plain[0] ?? '') : null;
  const address = plain[at] ?? '';
  const pages = pagesOf(address);
  if (more.length > 0 || !pages[0]) return null;
  const isLast = typed.endsWith(address);
  const plainly = address.replace(SCHEME, '');
  const others = (instead: string[]) => [...pieces.slice(0, at), ...instead, ...pieces.slice(at + 1)].join(' ');
  const end = isLast || /\s$/.test(typed) ? ' ' : '';
  return {
    pages,
    site: plainSite(siteOf(pages[0])),
    isOpen: isLast && !(address.endsWith('/') && pages.every(hasPath)),
    rest: others([]) + end,
    isSmall: pieces.length > 1 && pieces.every((piece, i) => i === at || isSmall(piece)),
    text: others([plainly]) + (isLast ? '' : end),
    verbatim: others([`"${plainly}"`]) + (isLast ? '' : end),
  };
}

/** A filter is more than its words. */
const isSmall = (piece: string): boolean =>
  !piece.includes(':') && words(piece).every(({ word }) => isSmallAnywhere(word));

function readSite(typed: string): Address | null {
  if (!SITE.test(typed)) return null;
  const text = typed.replace(SCHEME, '');
  return {
    pages: [],
    site: plainSite(fold(text)),
    isOpen: false,
    rest: '',
    isSmall: false,
    text,
    verbatim: `"${text}"`,
  };
}
