/** An event as a person's hand or the browser makes it; scripts can only make untrusted ones. */
export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
