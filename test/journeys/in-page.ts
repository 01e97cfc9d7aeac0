/** What journeys do and look at in a page. Each function is sent there as text: it sees nothing of this file. */

/** Puts the cursor before some words. */
export function placeCaret(at: string): void {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    const start = text.data.indexOf(at);
    if (start >= 0) getSelection()?.collapse(text, start);
  }
}

/** Whether the page is shown so large. */
export const isZoomed = (factor: number): boolean => Math.abs(devicePixelRatio - factor) < 0.01;

/** Where our host stands to the view and to what is selected. */
export function lookAtHost() {
  const host = (document.documentElement.lastElementChild as Element).getBoundingClientRect();
  const lines = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])];
  const isOver = (line: DOMRect) =>
    line.left < host.right && host.left < line.right && line.top < host.bottom && host.top < line.bottom;
  const isInView =
    host.width > 0 && host.left >= 0 && host.top >= 0 && host.right <= innerWidth && host.bottom <= innerHeight;
  return { covers: lines.some(isOver), isInView };
}

/** Whether what we say and what is marked are to be seen as the page is shown now. */
export function lookAtPaper() {
  const host = document.documentElement.lastElementChild as Element;
  const look = getComputedStyle(document.querySelector('li') as Element, '::highlight(m1)').backgroundColor;
  return { isShown: getComputedStyle(host).display !== 'none', isMarked: !/^transparent$|, 0\)$/.test(look) };
}

/** Takes its text away and writes it again a few words at a time, as a server does that thinks. */
export function stream(): void {
  const main = document.querySelector('main') as Element;
  const words = main.innerHTML.match(/\s*\S+/g) ?? [];
  main.innerHTML = '';
  let written = '';
  const timer = setInterval(() => {
    written += words.splice(0, 6).join('');
    main.innerHTML = written;
    if (words.length > 0) return;
    clearInterval(timer);
    document.body.dataset.streamed = 'yes';
  }, 30);
}

/** How each tone looks, and the system's own pair for what is marked. */
export function readTones() {
  const item = document.querySelector('li') as Element;
  const look = (name: string) => {
    const {
      backgroundColor: paper,
      color: ink,
      textDecorationStyle: line,
    } = getComputedStyle(item, `::highlight(${name})`);
    return { paper, ink, line };
  };
  const system = document.body.appendChild(document.createElement('p'));
  system.style.cssText = 'background-color: Mark; color: MarkText';
  const { backgroundColor: paper, color: ink } = getComputedStyle(system);
  system.remove();
  const tones = { own: look('m1'), team: look('m2'), question: look('m3'), changed: look('m4'), shown: look('m5') };
  return { mark: { paper, ink }, tones };
}

/** Writes the page anew from its own source, which takes every node and listener away. */
export function writeAnew(): void {
  const text = document.documentElement.outerHTML;
  document.open();
  document.write(text);
  document.close();
}

/** Whether what is painted stands in the body that is there now. */
export const isPaintedHere = (): boolean =>
  [...CSS.highlights.values()]
    .flatMap((highlight) => [...(highlight as unknown as Set<Range>)])
    .some(({ startContainer }) => document.body.contains(startContainer));

/** The middle of a painted passage, scrolled into view. */
export function middleOf(at: string): [number, number] {
  const range = [...CSS.highlights.values()]
    .flatMap((highlight) => [...(highlight as unknown as Set<AbstractRange>)])
    .map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return live;
    })
    .find((one) => one.toString() === at);
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = range?.getClientRects()[0];
  return [(box?.left ?? 0) + (box?.width ?? 0) / 2, (box?.top ?? 0) + (box?.height ?? 0) / 2];
}

/** Changes as many and as fast as it can, a few milliseconds in each turn. */
export function flood(): void {
  const { port1, port2 } = new MessageChannel();
  let changes = 0;
  port1.onmessage = () => {
    for (const end = performance.now() + 4; performance.now() < end; changes++) {
      const line = document.createElement('p');
      line.textContent = `Line ${changes} of what never ends.`;
      document.body.append(line);
      line.remove();
    }
    document.body.dataset.changes = String(changes);
    setTimeout(() => port2.postMessage(0), 4);
  };
  port2.postMessage(0);
}

/** Whether each passage that is painted, in it and in frames of its site, has a colour where it stands. */
export function areAllSeen(): boolean {
  const isSeen = (view: typeof globalThis & Window): boolean => {
    const seen = [...view.CSS.highlights].flatMap(([name, highlight]) =>
      [...(highlight as unknown as Set<Range>)].map(({ startContainer: { parentElement } }) => {
        const look = parentElement && view.getComputedStyle(parentElement, `::highlight(${name})`).backgroundColor;
        return Boolean(look) && !/^transparent$|, 0\)$/.test(look as string);
      }),
    );
    const frames = [...view.document.querySelectorAll('iframe')].filter((frame) => frame.contentDocument);
    return [...seen, ...frames.map((frame) => isSeen(frame.contentWindow as typeof view))].every(Boolean);
  };
  return isSeen(window as typeof globalThis & Window);
}
