import { documentOf, isDocument, isTaken } from './dom.ts';

/** Hears one kind of event in whichever documents it is told to, and no longer in the others. */
export interface Ear {
  hearIn(nodes: Iterable<Node>): void;
}

export function createEar<K extends keyof DocumentEventMap>(
  name: K,
  listener: (event: DocumentEventMap[K]) => void,
  isOnTheWayDown = false,
): Ear {
  let heard = new Set<Document>();
  return {
    hearIn(nodes) {
      const documents = new Set([...nodes].flatMap((node) => (isDocument(node) ? node : (documentOf(node) ?? []))));
      for (const one of heard)
        if (!documents.has(one) && !isTaken(one)) one.removeEventListener(name, listener, isOnTheWayDown);
      // Also where it hears already: `document.open` takes every listener away, and one that stands is not added twice.
      for (const one of documents) one.addEventListener(name, listener, isOnTheWayDown);
      heard = documents;
    },
  };
}
