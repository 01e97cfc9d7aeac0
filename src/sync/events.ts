/** One server-sent event, as far as the protocol uses them. */
export interface ServerEvent {
  event: string;
  data: string;
}

/** An event longer than this is not ours. */
const EVENT_MAX = 4 * 1024 * 1024;

/**
 * Reads `text/event-stream` (WHATWG HTML §9.2.6) from a body: `event` and `data` fields, comments skipped. `onBytes` is
 * told of every piece that came, heartbeats included. Throws when the stream breaks or an event is too long.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes(value.byteLength);
      rest = (rest + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n');
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      if (rest.length > EVENT_MAX) throw new Error('an event is too long');
      for (const block of blocks) {
        const event = toEvent(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function toEvent(block: string): ServerEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trimStart();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length > 0 ? { event, data: data.join('\n') } : null;
}
