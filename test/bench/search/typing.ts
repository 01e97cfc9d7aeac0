/**
 * Milliseconds from each letter to the rows it brings, typed one after the other into the search field of the page this
 * runs in, from two letters on; and for each whether its handling was as long as a task that a person feels.
 */
export async function typeLetters(query: string): Promise<number[]> {
  const PATIENCE_MS = 5_000;
  const field = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (!field) throw new Error('There is no search field.');
  const type = (text: string) =>
    new Promise<number>((resolve) => {
      // As the field is read: a space behind a word says that it is whole.
      const whole = text.trimStart().replace(/\s+$/, ' ');
      const from = performance.now();
      const finish = () => {
        watch.disconnect();
        clearTimeout(late);
        resolve(performance.now() - from);
      };
      const watch = new MutationObserver(() => {
        if (document.querySelector<HTMLElement>('[role=listbox]')?.dataset.typed === whole) finish();
      });
      const late = setTimeout(finish, PATIENCE_MS);
      watch.observe(document.body, { childList: true, subtree: true, attributes: true });
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  const times: number[] = [];
  for (let length = 2; length <= query.length; length++) {
    if (query[length - 1] !== ' ') times.push(await type(query.slice(0, length)));
  }
  return times;
}
