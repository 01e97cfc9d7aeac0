import { isTag } from '../dom.ts';

const attribute = (element: Element, name: string): string => Element.prototype.getAttribute.call(element, name) ?? '';

/** Elements whose text is shown to nobody, is typed by the reader, or belongs to the frame around what is said. */
const UNREAD =
  /^(?:script|style|noscript|template|textarea|select|button|input|svg|math|canvas|iframe|object|video|audio|nav|footer|aside|dialog|menu|figcaption|img|map|head)$/;
const UNREAD_ROLE =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|alertdialog|tablist|tooltip|status|alert)$/;
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Names that authors give to what stands around a text. */
const AROUND =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|sidebar|side-bar|breadcrumbs?|cookies?|consent|gdpr|footer|masthead|share|sharing|social|related|recommended|comments?|disqus|promo|advert\w*|ads?|sponsor\w*|newsletter|subscribe|signup|popup|modal|toolbar|pagination|pager|skip|toc|byline|widget|banner|outbrain|taboola|trending|read-?more)(?:$|[-_\s])/i;

/** Whether an element and all in it is left out. */
export function isUnread(element: Element, tag: string, isInMain: boolean): boolean {
  if (UNREAD.test(tag)) return true;
  if (tag === 'header' && !isInMain) return true;
  if (Element.prototype.hasAttribute.call(element, 'hidden')) return true;
  const role = attribute(element, 'role');
  if (role !== '' && UNREAD_ROLE.test(role)) return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  return HIDDEN_STYLE.test(attribute(element, 'style'));
}

/** Whether its author has named it as something around the text. */
export const isAround = (element: Element, tag: string): boolean =>
  tag !== 'body' && tag !== 'html' && tag !== 'main' && tag !== 'article' && AROUND.test(namesOf(element));

const namesOf = (element: Element): string =>
  `${attribute(element, 'class')} ${attribute(element, 'id')}`.slice(0, 200);

/** Whether the page says that this is its text. */
export const isMain = (element: Element, tag: string): boolean =>
  tag === 'main' || attribute(element, 'role') === 'main' || attribute(element, 'itemprop') === 'articleBody';

/** Elements that do not part the words around them from those inside. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|ruby|rt|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;

export const isInline = (tag: string): boolean => INLINE.test(tag);
export const isLink = (element: Element): boolean =>
  isTag(element, 'a') && Element.prototype.hasAttribute.call(element, 'href');
export const headingLevel = (tag: string): number => (/^h[1-6]$/.test(tag) ? Number(tag[1]) : 0);
