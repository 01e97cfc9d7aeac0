import type { CDPSession, Page, Protocol } from 'puppeteer-core';

/**
 * What stands in closed shadow roots of a page: the part of ours that the page cannot read. The debugger can.
 */
export async function readToast(page: Page): Promise<string> {
  return withRoots(page, async (session, roots) => {
    const texts = await Promise.all(roots.map((root) => callOn(session, root, readRoot)));
    return texts.join('\n').trim();
  });
}

/** Presses a button there with the mouse; false while there is none. */
export async function tapToast(page: Page, name: string): Promise<boolean> {
  const point = await withRoots(page, async (session, roots) => {
    const points = await Promise.all(roots.map((root) => callOn(session, root, pointIn, name)));
    return points.find((one) => one !== null) ?? null;
  });
  if (point) await page.mouse.click(point.x, point.y);
  return point !== null;
}

function readRoot(this: ShadowRoot): string {
  return Array.from(this.querySelectorAll<HTMLElement>('*'))
    .filter((element) => element.matches('button, p, span, output, [role=status]') && element.checkVisibility())
    .map((element) => element.innerText)
    .join('\n');
}

function pointIn(this: ShadowRoot, name: string): { x: number; y: number } | null {
  const button = Array.from(this.querySelectorAll('button')).find((one) => one.innerText.trim() === name);
  if (!button?.checkVisibility()) return null;
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

async function withRoots<T>(page: Page, work: (session: CDPSession, roots: number[]) => Promise<T>): Promise<T> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return await work(session, closedRoots(root));
  } finally {
    await session.detach();
  }
}

function closedRoots(node: Protocol.DOM.Node): number[] {
  const own = node.shadowRootType === 'closed' ? [node.backendNodeId] : [];
  const below = [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  return [...own, ...below.flatMap(closedRoots)];
}

async function callOn<A extends unknown[], T>(
  session: CDPSession,
  backendNodeId: number,
  look: (this: ShadowRoot, ...args: A) => T,
  ...args: A
): Promise<T> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: String(look),
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
  });
  return result.value as T;
}
