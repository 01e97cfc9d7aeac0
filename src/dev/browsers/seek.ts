/** Functions that run inside documents. Each stands alone: it is sent as text and sees nothing of this file. */

/** What something on a screen is for, as a screen reader says it. */
export type Role = 'button' | 'link' | 'textbox' | 'switch' | 'radio' | 'option' | 'menuitem' | 'article' | 'tab';

/**
 * The first thing that can be seen of a role and a name: called exactly so, or the only one whose name has these words.
 * `beside`: only in a card, row or form that has these words.
 */
export function seek(role: Role, name: string, beside: string | null): HTMLElement | null {
  const kinds: Record<Role, string> = {
    button: 'button, [role=button], summary, input[type=submit]',
    link: 'a[href]',
    textbox:
      'input:not([type=checkbox], [type=radio], [type=submit], [type=file]), textarea, [role=textbox], [contenteditable=true]',
    switch: '[role=switch], input[type=checkbox]',
    radio: 'input[type=radio], [role=radio]',
    option: '[role=option]',
    menuitem: '[role=menuitem]',
    article: 'article, li',
    tab: '[role=tab]',
  };
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: HTMLElement): string => {
    const labelledBy = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const labels = 'labels' in element && element.labels ? Array.from(element.labels as NodeListOf<HTMLElement>) : [];
    return (
      plain(labelledBy.map((id) => document.getElementById(id)?.textContent).join(' ')) ||
      plain(element.getAttribute('aria-label')) ||
      plain(labels.map((label) => label.textContent).join(' ')) ||
      plain(element.textContent) ||
      plain(element.title || element.getAttribute('placeholder'))
    );
  };
  const seen = Array.from(document.querySelectorAll<HTMLElement>(kinds[role])).filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const found = seen.filter((element) => {
    if (beside === null) return true;
    const around = element.closest('article, li, form, fieldset, section');
    return plain(around?.textContent).includes(beside);
  });
  const exact = found.find((element) => nameOf(element) === name);
  const loose = found.filter((element) => nameOf(element).includes(name));
  return exact ?? (loose.length === 1 ? (loose[0] ?? null) : null);
}

/** What a person reads here, for the sentence that says what was not found. */
export function readAloud(): string {
  return document.body.innerText.replace(/\s+/g, ' ').slice(0, 600);
}

/**
 * The middle of a thing, scrolled into view, or null while it is missing, disabled, covered or moving. From then on
 * `document.struck` is true once it was clicked.
 */
export async function pointAt(
  look: typeof seek,
  role: Role,
  name: string,
  beside: string | null,
): Promise<{ x: number; y: number } | null> {
  const element = look(role, name, beside);
  if (!element || element.matches(':disabled, [aria-disabled=true]')) return null;
  const label = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null)?.[0] : undefined;
  const target = label && element.getBoundingClientRect().width < 2 ? label : element;
  target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = target.getBoundingClientRect();
  await new Promise((resolve) => setTimeout(resolve, 40));
  const { left, top, width, height } = target.getBoundingClientRect();
  if (before.left !== left || before.top !== top) return null;
  const point = { x: left + width / 2, y: top + height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  if (!hit || !(target.contains(hit) || hit.contains(target) || label?.contains(hit))) return null;
  const mark = document as { struck?: boolean };
  mark.struck = false;
  target.addEventListener('click', () => Object.assign(mark, { struck: true }), { capture: true, once: true });
  return point;
}

/** Words that can be seen, those in fields included. */
export function shows(words: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  const fields = Array.from(document.querySelectorAll<HTMLInputElement>('input, textarea')).map((field) => field.value);
  return plain([document.body?.innerText ?? '', ...fields].join('\n')).includes(plain(words));
}

/**
 * Selects a passage by its words, in the page or in an open shadow root of it, and moves the focus there as the mouse
 * would. White space counts as one space. False where the words are not found.
 */
export function selectPassage(passage: string): boolean {
  const wanted = passage.replace(/\s+/g, ' ').trim();
  const within = (root: Document | ShadowRoot): Range | null => {
    const walker = document.createTreeWalker(root instanceof Document ? root.body : root, 5, (node) =>
      /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TITLE)$/.test(node.nodeName) ? 2 : 1,
    );
    const inner: ShadowRoot[] = [];
    const spots: [Text, number][] = [];
    let text = '';
    let isAfterSpace = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) inner.push(node.shadowRoot);
      if (!(node instanceof Text)) continue;
      for (let i = 0; i < node.data.length; i++) {
        const isSpace = /\s/.test(node.data[i] ?? '');
        if (!isSpace || !isAfterSpace) {
          text += isSpace ? ' ' : node.data[i];
          spots.push([node, i]);
        }
        isAfterSpace = isSpace;
      }
    }
    const start = text.indexOf(wanted);
    const first = spots[start];
    const last = spots[start + wanted.length - 1];
    if (start < 0 || !first || !last) return inner.map(within).find((range) => range) ?? null;
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    return range;
  };
  const range = within(document);
  if (!range) return false;
  window.focus();
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { startContainer, startOffset, endContainer, endOffset } = range;
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  return true;
}

/** The passages that are painted, in the order of the page. */
export function paintedPassages(): string[] {
  const ranges = Array.from(CSS.highlights.values()).flatMap((highlight) =>
    Array.from(
      highlight as unknown as Set<AbstractRange>,
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range;
      },
    ),
  );
  // Between a page and its shadow roots there is no order.
  const isOneTree = (a: Range, b: Range) => a.startContainer.getRootNode() === b.startContainer.getRootNode();
  const order = (a: Range, b: Range) => (isOneTree(a, b) ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0);
  const isSame = (a: Range, b: Range) => isOneTree(a, b) && order(a, b) === 0;
  const distinct = ranges.filter((range, i) => !ranges.slice(0, i).some((other) => isSame(other, range)));
  return distinct.sort(order).map((range) => range.toString());
}

/** Every row of a table of a Dexie database. */
export async function readTable(database: string, table: string): Promise<Record<string, unknown>[]> {
  const isThere = (await indexedDB.databases()).some(({ name }) => name === database);
  if (!isThere) return [];
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settle(indexedDB.open(database));
  try {
    return await settle(db.transaction(table).objectStore(table).getAll());
  } finally {
    db.close();
  }
}
