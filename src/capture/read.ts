/** Reads the page for matching on this device. Brought only where suggestions are on; nothing of it is kept. */
import { giveWay, type Sliced } from '../anchor/slices.ts';
import type { PageText } from '../wire/page-text.ts';
import { rootElementOf, titleOf } from './dom.ts';
import { joinLayer } from './layer.ts';
import { type Blocks, readBlocks } from './reading/blocks.ts';
import { chooseText } from './reading/choose.ts';

/** As long a task as we make: a third of a frame, for the page has work of its own. */
const SLICE_MS = 5;
/** A page that takes longer than this to read is read as far as that. */
const READ_MS = 200;
/** So much of it goes to the background: what it is about is said by then. */
const BODY_MAX = 60_000;
const HEADINGS_MAX = 200;
const TITLE_MAX = 1_000;
const LINKS_MAX = 200;

/** With less text than this a page may still be putting it together (applications do): it is looked at again a little later. */
const THIN = 300;
const LATER_MS = 600;
const LOOKS = 3;
/** Characters of either end of the text that tell it from another. */
const SIGN = 500;

/** What was read last in this document, by its address; of the text so much as tells it from another. */
let last = { href: '', text: '' };

const layer = joinLayer();
// A document that is left lies frozen, as long as somebody may come back to it: whoever waits is told so in time.
layer.read = (origin) => {
  const over = new AbortController();
  const left = new Promise<false>((resolve) => {
    addEventListener('pagehide', () => resolve(false), { signal: over.signal });
  });
  return Promise.race([readHere(origin), left]).finally(() => over.abort());
};

async function readHere(origin: string): Promise<PageText | null> {
  for (let looks = 1; ; looks++) {
    const page = originHere() === origin ? await readPage() : null;
    if (!page) return null;
    const text = signOf(page);
    // An application that has moved on may still show the words of the page before.
    const isOld = page.href !== last.href && text === last.text;
    if ((page.body.length < THIN || isOld) && looks < LOOKS) {
      await new Promise((resolve) => setTimeout(resolve, LATER_MS));
      continue;
    }
    last = { href: page.href, text };
    return page;
  }
}

/** As the background writes it: of files each has its own. */
const originHere = (): string =>
  location.protocol === 'file:' ? `file://${location.host}${location.pathname}` : location.origin;

const signOf = ({ body, headings }: PageText): string =>
  [body.length, headings.join('\n'), body.slice(0, SIGN), body.slice(-SIGN)].join('\n');

/** Title, headings and main text of the page as it is now. */
export async function readPage(): Promise<PageText | null> {
  const root = rootElementOf(document);
  if (!root) return null;
  const blocks = await readInSlices(root);
  await giveWay();
  const text = chooseText(blocks);
  const headings = text.filter(({ level }) => level > 0).map((block) => block.text.slice(0, TITLE_MAX));
  const body = text.flatMap((block) => (block.level === 0 ? [block.text] : []));
  const lang = Element.prototype.getAttribute.call(root, 'lang') ?? '';
  const canonical = linked('link[rel~="canonical" i]')[0];
  return {
    href: location.href,
    ...(canonical === undefined ? {} : { canonical }),
    alternates: linked('link[rel~="alternate" i][hreflang]'),
    title: titleOf(document).slice(0, TITLE_MAX),
    headings: headings.slice(0, HEADINGS_MAX),
    body: body.join('\n').slice(0, BODY_MAX),
    ...(lang === '' ? {} : { lang: lang.slice(0, 64) }),
  };
}

/** Addresses that links in the head name. */
function linked(selector: string): string[] {
  const links = [...Document.prototype.querySelectorAll.call(document, selector)].slice(0, LINKS_MAX);
  return links.flatMap((link) => {
    const href = Element.prototype.getAttribute.call(link, 'href') ?? '';
    return URL.canParse(href, document.baseURI) ? [new URL(href, document.baseURI).href] : [];
  });
}

/** Reads in short tasks and gives way to the page in between; what takes too long is read as far as that. */
async function readInSlices(root: Element): Promise<Blocks> {
  const limit = { isOver: false };
  const work: Sliced<Blocks> = readBlocks(root, limit);
  let spent = 0;
  for (let begun = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    const took = performance.now() - begun;
    if (took < SLICE_MS) continue;
    spent += took;
    limit.isOver = spent > READ_MS;
    await giveWay();
    begun = performance.now();
  }
}
