/** One listener's stream of server-sent events. */
export interface Stream {
  readonly device: string;
  readonly body: ReadableStream<Uint8Array>;
  /** Says an event, or where the listener is too slow for it, remembers to say that there is something to pull. */
  say(event: Uint8Array): void;
  /** Says that there is something to pull, as soon as there is room. */
  poke(): void;
  /** Says that the line is alive, or ends a stream that nobody reads any more. */
  beat(): void;
  /** Ends the stream, with a last word where there is one. */
  end(word?: 'gone'): void;
}

/** What may wait for a slow listener. */
const WAITING_BYTES = 256 * 1024;
/** A listener that takes nothing for so many beats is gone, whatever its connection says. */
const BEATS_WITHOUT_ROOM = 3;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const POKE = encode('event: poke\ndata: {}\n\n');
const GONE = encode('event: gone\ndata: {}\n\n');
const BEAT = encode(': \n\n');

/** A stream whose memory is bounded whatever the listener does. `onEnd` is called once, however it ends. */
export function createStream(device: string, onEnd: () => void): Stream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let isPokeDue = false;
  let hasEnded = false;
  let beatsWithoutRoom = 0;
  const hasRoom = () => (controller?.desiredSize ?? 0) > 0;
  const over = () => {
    if (hasEnded) return;
    hasEnded = true;
    onEnd();
  };
  const flush = () => {
    if (!isPokeDue || hasEnded || !hasRoom()) return;
    isPokeDue = false;
    controller?.enqueue(POKE);
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
        // Proxies pass the headers on with the first bytes.
        given.enqueue(BEAT);
      },
      pull: flush,
      cancel: over,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES }),
  );
  const stream: Stream = {
    device,
    body,
    say(event) {
      if (hasEnded) return;
      // News after a gap would be refused by the listener, so until it has caught up one poke stands for all of them.
      if (hasRoom() && !isPokeDue) controller?.enqueue(event);
      else stream.poke();
    },
    poke() {
      isPokeDue = true;
      flush();
    },
    beat() {
      if (hasEnded) return;
      if (hasRoom()) {
        beatsWithoutRoom = 0;
        controller?.enqueue(BEAT);
      } else if (++beatsWithoutRoom === BEATS_WITHOUT_ROOM) {
        controller?.error(new Error('the listener does not listen'));
        over();
      }
    },
    end(word) {
      if (hasEnded) return;
      if (word === 'gone') controller?.enqueue(GONE);
      controller?.close();
      over();
    },
  };
  return stream;
}
