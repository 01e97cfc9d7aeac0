type Hear = () => void;

/** As much of an abort signal as the product's code touches: the platform's makes an event and an error each time. */
class LightSignal {
  aborted = false;
  private readonly heard = new Set<Hear>();

  addEventListener(_: 'abort', hear: Hear): void {
    this.heard.add(hear);
  }
  removeEventListener(_: 'abort', hear: Hear): void {
    this.heard.delete(hear);
  }
  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    for (const hear of this.heard) hear();
  }
}

export class LightAbortController {
  readonly signal = new LightSignal();
  abort(): void {
    this.signal.abort();
  }
}
