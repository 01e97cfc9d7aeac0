/**
 * A call as text, to be run in another document: arguments are written as JSON, functions as their own text. The text
 * of a bundled function is complete as long as it names nothing outside itself.
 */
export function writeCall(look: (...args: never[]) => unknown, args: unknown[]): string {
  const written = args.map((arg) => {
    if (typeof arg === 'function') return `(${arg})`;
    return arg === undefined ? 'undefined' : JSON.stringify(arg);
  });
  return `(${look})(${written.join(', ')})`;
}
