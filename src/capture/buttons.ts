/** Something that can be pressed in the page. */
export interface Action {
  words: string;
  run: () => void;
}

/** A button of ours. A page can dispatch clicks, and those are not trusted; a person's are. */
export function createButton({ words, run }: Action): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', (event) => {
    if (event.isTrusted) run();
  });
  // Pressing a button of ours leaves the page's selection and focus where they were.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  return element;
}

/** One that shows a sign, named in words. */
export function createSignButton(sign: string, words: string, run: () => void): HTMLElement {
  const element = createButton({ words: sign, run });
  element.className = 'sign';
  element.setAttribute('aria-label', words);
  return element;
}
