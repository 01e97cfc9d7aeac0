import type { Page } from 'puppeteer-core';

/** Text that means something is at least this far from its ground (WCAG AA). */
const LEAST = 4.5;
/** The edges of letters are of mixed colours: only with many points to a pixel is their own seen. */
const SHARP = 3;

/**
 * Text whose letters cannot be told from their ground, as sentences. It is read off a picture: with forced colours the browser draws a plate
 * behind letters that no style tells of, and axe, which computes with styles, has nothing to say where both are white.
 */
export async function unseenLetters(tab: Page): Promise<string[]> {
  // What stands behind another tab is not drawn at all.
  if (await tab.evaluate(() => document.hidden)) await tab.bringToFront();
  const before = tab.viewport();
  await tab.setViewport({ ...(before ?? { width: 400, height: 800 }), deviceScaleFactor: SHARP });
  const picture = await tab.screenshot({ encoding: 'base64' });
  const unseen = await tab.evaluate(readLetters, picture, LEAST);
  await tab.setViewport(before);
  return unseen.map((text) => `the letters of “${text}” are not seen`);
}

/** In the page: which texts, of those that are in sight, have no two colours that are so far apart. */
async function readLetters(picture: string, least: number): Promise<string[]> {
  const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const scale = image.width / innerWidth;
  const ink = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
  if (!ink) throw new Error('There is no canvas to read from.');
  ink.drawImage(image, 0, 0);

  const light = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([red = 0, green = 0, blue = 0]: number[]): number =>
    0.2126 * light(red / 255) + 0.7152 * light(green / 255) + 0.0722 * light(blue / 255);
  const isSeen = ({ left, top, width, height }: DOMRect): boolean => {
    const box = [left, top, width, height].map((one) => Math.round(one * scale));
    const { data } = ink.getImageData(...(box as [number, number, number, number]));
    let [darkest, lightest] = [1, 0];
    for (let i = 0; i < data.length; i += 4) {
      const here = luminance([...data.subarray(i, i + 3)]);
      [darkest, lightest] = [Math.min(darkest, here), Math.max(lightest, here)];
    }
    return (lightest + 0.05) / (darkest + 0.05) >= least;
  };
  /** In sight as a whole, and nothing lies over it or cuts it off. */
  const isInSight = (of: Element, { left, top, right, bottom, width, height }: DOMRect): boolean => {
    if (width < 4 || height < 4 || left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return false;
    const ends = [left + 2, right - 2].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
    return ends.every((one) => one !== null && (one === of || of.contains(one)));
  };

  const unseen: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const of = text.parentElement;
    if (!of || !/[\p{L}\p{N}]/u.test(text.nodeValue ?? '') || of.closest('[disabled], [aria-disabled=true]')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const [line] = range.getClientRects();
    if (line && isInSight(of, line) && !isSeen(line)) unseen.push(text.nodeValue ?? '');
  }
  return unseen;
}
