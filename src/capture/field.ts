/** What is being written, and is nobody's to keep: fields, and whatever a page has made editable. */
import { childAt, documentOf, elementAt, getter, hostOf, isElement, isHtml, isTag, parentOf, shadowOf } from './dom.ts';

const activeInDocument = getter<Document, Element | null>(Document.prototype, 'activeElement');
const activeInShadow = getter<ShadowRoot, Element | null>(ShadowRoot.prototype, 'activeElement');
const editContextOf = getter<HTMLElement, unknown>(HTMLElement.prototype, 'editContext');
const designModeOf = getter<Document, string>(Document.prototype, 'designMode');
const isEditableContent = getter<HTMLElement, boolean>(HTMLElement.prototype, 'isContentEditable');
const typeOfInput = getter<HTMLInputElement, string>(HTMLInputElement.prototype, 'type');

/** Inputs in which nothing is typed: what is selected on the page stays what a key is about. */
const PRESSED = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether text is typed there. */
export function isEditable(element: Element): boolean {
  if (isTag(element, 'input')) return !PRESSED.includes(typeOfInput(element as HTMLInputElement));
  if (isTag(element, 'textarea', 'select')) return true;
  if (isHtml(element) && isWritten(element)) return true;
  return /^(textbox|searchbox|combobox)$/.test(Element.prototype.getAttribute.call(element, 'role') ?? '');
}

/** Made editable by the page, all of it with its document, or written in by the page's own hand (EditContext). */
const isWritten = (element: HTMLElement): boolean =>
  isEditableContent(element) || Boolean(editContextOf(element)) || isDesigned(documentOf(element));

const isDesigned = (holder: Document | null): boolean => holder !== null && designModeOf(holder) === 'on';

/**
 * Whether a selection begins or ends where text is typed; it stays there when a button beside the field takes the focus. Of
 * what is selected in a form's field browsers tell no more than that the field is.
 */
export function isInField({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): boolean {
  const isOne = startContainer === endContainer && endOffset === startOffset + 1;
  const only = isOne ? childAt(startContainer, startOffset) : undefined;
  const isField = isElement(only) && isTag(only, 'input', 'textarea') && isEditable(only);
  return isField || isWithinField(startContainer) || isWithinField(endContainer);
}

function isWithinField(node: Node): boolean {
  let element = elementAt(node);
  while (element && !isEditable(element)) {
    element = parentOf(element) ?? hostOf(Node.prototype.getRootNode.call(element));
  }
  return element !== null;
}

/** The element with the focus, through shadow roots; a frame stands for what is in it, a field for what it is made of. */
export function activeIn(document: Document): Element | null {
  let active = activeInDocument(document);
  for (let depth = 0; active && depth < 20 && !isEditable(active); depth++) {
    const shadow = isTag(active, 'video', 'audio', 'details') ? null : rootIn(active);
    const inner = shadow ? activeInShadow(shadow) : null;
    if (!inner) return active;
    active = inner;
  }
  return active;
}

/** Closed roots too, where the browser lets an extension look in: Firefox by a property, Chromium by a function. */
function rootIn(element: Element & { openOrClosedShadowRoot?: ShadowRoot | null }): ShadowRoot | null | undefined {
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot;
  const { dom } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  return dom?.openOrClosedShadowRoot(element as HTMLElement) ?? shadowOf(element);
}
