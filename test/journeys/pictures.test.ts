import { expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { type Kept, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const CAPTION = 'The pump from the side, with its hand wheel';
const FRAMED = 'prime the pump before you open the outlet';
const NOTICE = 'Batteries of the second series must not be charged';

/** Each picture with what is quoted of it and what it takes to find it: by its id, and through which hosts and frame. */
const PICTURES: [id: string, label: string, types: string[], frame?: string][] = [
  ['plain', CAPTION, ['CssSelector']],
  ['shadowed', 'The pump from above', ['CssSelector', 'ShadowHostsSelector']],
  ['framed', 'The pump cut open', ['CssSelector'], 'about:srcdoc'],
];

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('pictures and what has no place', browser, (stage) => {
    const person = () => stage().person('Ada');
    const address = (page: string) => `${stage().pages.url}/${page}`;

    test('a picture is kept with the key, wherever it stands, found again and outlined', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.goTo(address('pictures.html'));
      const before = await ada.page.read(markup);
      for (const [id, label, types, frame] of PICTURES) {
        await until(`the picture ${id}`, () => ada.page.read(selectPicture, findPicture, id));
        await ada.command('keep');
        const { body } = (await stored(ada, 'lesson', label)) as Kept & { body: { target: Target } };
        expect(body.target.selectors.map(({ type }) => type)).toEqual(types);
        expect(body.target.frame).toBe(frame);
        await ada.unselect();
      }
      await ada.goTo(address('pictures.html'));
      for (const [id] of PICTURES) {
        await until(`the outline of ${id}`, async () => (await ada.page.read(lookAt, findPicture, id)) === 'solid');
      }
      // Nothing of it stands in the page.
      expect(await ada.page.read(markup)).toBe(before);
      await until('all to be found', async () => {
        const states = (await ada.rows('places')).map(({ anchoring }) => (anchoring as { state: string }).state);
        return states.filter((state) => state === 'anchored').length === PICTURES.length;
      });
    });

    test('another picture that is shown in its place is not outlined; it is again when it is back', async () => {
      const ada = await person();
      const [of, to] = [
        { alt: 'The pump from above', src: '/pump.svg?above' },
        { alt: 'An advert', src: '/advert.svg' },
      ];
      expect(await ada.page.read(showOther, findPicture, 'shadowed', to)).toBe('none');
      await ada.page.read(showOther, findPicture, 'shadowed', of);
      await until('its outline', async () => (await ada.page.read(lookAt, findPicture, 'shadowed')) === 'solid');
    });

    test('words in a frame within a shadow root are found again', async () => {
      const ada = await person();
      await ada.select(FRAMED, { frame: 'srcdoc' });
      await ada.command('keep');
      await stored(ada, 'lesson', FRAMED);
      await ada.goTo(address('pictures.html'));
      await until('them to be painted', async () => (await ada.painted('srcdoc')).includes(FRAMED));
    });

    test('the menu keeps the image it was opened on', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await ada.page.read(() => {
        for (const image of document.querySelectorAll('img')) image.src = '/pump.svg?living';
      });
      await ada.page.until('the picture', () => document.querySelector('img')?.complete);
      await ada.page.read(selectPicture, findPicture, '');
      await ada.menu('menuKeepImage');
      const { body } = (await stored(ada, 'lesson', 'The valve seen from above, with its red wheel')) as Kept & {
        body: { target: Target };
      };
      expect(body.target.selectors.map(({ type }) => type)).toEqual(['CssSelector']);
      await until('its outline', async () => (await ada.page.read(lookAt, findPicture, '')) === 'solid');
      // A click on it opens it, as on a passage.
      await ada.unselect();
      await ada.clickAt(...(await ada.page.read(middleOfPicture)));
      const surface = browser === 'chrome' ? await ada.panel() : await ada.popup();
      await surface.see('The valve seen from above, with its red wheel');
      await surface.close();
    });

    test('a page that comes back from the cache is marked as it was', async () => {
      const ada = await person();
      await ada.goTo(address('pictures.html'));
      await until('it to be painted', async () => (await ada.painted('srcdoc')).includes(FRAMED));
      await ada.page.click('link', 'On to the night shift');
      await ada.page.until('the other page', () => document.title === 'Night shift');
      await ada.page.read(() => history.back());
      await ada.page.until('the page from the cache', () => document.documentElement.dataset.returned === 'true');
      await ada.page.until('it to be painted', paintedInCard);
      expect(await ada.page.read(lookAt, findPicture, 'plain')).toBe('solid');
      await until('the count', async () => (await ada.badge()) === String(PICTURES.length + 1));
    });

    test('words in a frame of another site are kept from the menu, with the page, and it says so', async () => {
      const ada = await person();
      await ada.goTo(address('frames.html'));
      await ada.select(NOTICE, { frame: 'notice.html' });
      await ada.command('keep');
      await waitForToast(ada, words('failure_frame_closed'));
      await ada.menu('menuKeepSelection', { frame: 'notice.html' });
      await waitForToast(ada, words('toastKeptWithoutPlace'));
      const { body } = (await stored(ada, 'lesson', NOTICE)) as Kept & { body: { target: Target } };
      expect(body.target).toMatchObject({ href: address('frames.html'), selectors: [] });
    });

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

interface Target {
  href: string;
  selectors: { type: string }[];
  frame?: string;
}

/** Runs in the page: a picture by its id, in the page, in an open shadow root or in a frame there; '' for the first. */
function findPicture(id: string): HTMLImageElement | null {
  const within = (root: Document | ShadowRoot): HTMLImageElement | null => {
    const found = root.querySelector<HTMLImageElement>(id ? `img#${id}` : 'img');
    if (found) return found;
    for (const element of root.querySelectorAll('*')) {
      const inner = element.shadowRoot ?? (element instanceof HTMLIFrameElement ? element.contentDocument : null);
      const there = inner && within(inner);
      if (there) return there;
    }
    return null;
  };
  return within(document);
}

/** Runs in the page: selects it, and nothing else. */
function selectPicture(find: typeof findPicture, id: string): boolean {
  const picture = find(id);
  const view = picture?.ownerDocument.defaultView;
  const parent = picture?.parentNode;
  if (!picture?.complete || !view || !parent) return false;
  view.focus();
  const at = [...parent.childNodes].indexOf(picture);
  view.getSelection()?.setBaseAndExtent(parent, at, parent, at + 1);
  return true;
}

function lookAt(find: typeof findPicture, id: string): string {
  const picture = find(id);
  return picture ? getComputedStyle(picture).outlineStyle : '';
}

/** Runs in the page: shows another picture in the same element, and tells how it is outlined as that is drawn. */
async function showOther(find: typeof findPicture, id: string, other: { alt: string; src: string }): Promise<string> {
  const picture = find(id) as HTMLImageElement;
  Object.assign(picture, other);
  await new Promise(requestAnimationFrame);
  return getComputedStyle(picture).outlineStyle;
}

function middleOfPicture(): [number, number] {
  const picture = document.querySelector('img');
  picture?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = (picture as Element).getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** Runs in the page: how much is painted in the frame that stands in the shadow root. */
function paintedInCard(): number | undefined {
  const frame = document.querySelector('pump-card')?.shadowRoot?.querySelector('iframe');
  return (frame?.contentWindow as typeof globalThis | undefined)?.CSS.highlights.size;
}

const markup = (): string =>
  document.documentElement.outerHTML + document.querySelector('pump-card')?.shadowRoot?.innerHTML;
