import { type ActivePage, activePage } from '../../browser/tabs.ts';
import { isWebUrl, normaliseUrl, siteOf } from '../../domain/url.ts';

/** The page in view, with what we call it. */
export interface PageInView extends ActivePage {
  /** Its identity; '' where it is not known or not of the web. */
  page: string;
  site: string;
  /** A page of the browser itself, or one whose address the browser keeps to itself. */
  isClosed: boolean;
}

/** As the browser says it now. */
export const askForPage = async (): Promise<PageInView> => inView(await activePage());

const inView = (active: ActivePage): PageInView => {
  const url = active.url ?? '';
  return { ...active, page: normaliseUrl(url), site: siteOf(url), isClosed: !isWebUrl(url) };
};
