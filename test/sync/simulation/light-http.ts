import { LightAbortController } from './light-abort.ts';

/**
 * The parts of fetch that the product's code touches, without streams and checks: in a story on the stores in memory
 * most of the time would go into them. Stories on the real stores use the real ones.
 */
export class LightHeaders {
  private readonly valueByName = new Map<string, string>();

  constructor(from: HeadersInit | LightHeaders = {}) {
    const entries = Symbol.iterator in from ? from : Object.entries(from);
    for (const [name, value] of entries as Iterable<[string, string]>) this.set(name, value);
  }
  get(name: string): string | null {
    return this.valueByName.get(name.toLowerCase()) ?? null;
  }
  has(name: string): boolean {
    return this.valueByName.has(name.toLowerCase());
  }
  set(name: string, value: string): void {
    this.valueByName.set(name.toLowerCase(), String(value));
  }
  append(name: string, value: string): void {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${value}`);
  }
  delete(name: string): void {
    this.valueByName.delete(name.toLowerCase());
  }
  getSetCookie(): string[] {
    return [];
  }
  forEach(see: (value: string, name: string) => void): void {
    for (const [name, value] of this.valueByName) see(value, name);
  }
  entries(): IterableIterator<[string, string]> {
    return this.valueByName.entries();
  }
  keys(): IterableIterator<string> {
    return this.valueByName.keys();
  }
  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.valueByName.entries();
  }
}

type Body = string | Uint8Array | null | undefined;

const bytesOf = (body: Body): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array()));
const toText = (body: Body): string => (typeof body === 'string' ? body : Buffer.from(bytesOf(body)).toString());

export class LightResponse {
  readonly status: number;
  readonly headers: LightHeaders;

  constructor(
    readonly body: Body,
    init: { status?: number; headers?: HeadersInit } = {},
  ) {
    this.status = init.status ?? 200;
    this.headers = new LightHeaders(init.headers);
  }
  text = async (): Promise<string> => toText(this.body);
  arrayBuffer = async (): Promise<Uint8Array> => bytesOf(this.body);
}

/** As far as packing a body goes, which is left out: `new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))`. */
class LightBlob {
  constructor(private readonly pieces: Uint8Array[]) {}
  stream() {
    return { pipeThrough: () => Buffer.concat(this.pieces) };
  }
}

export class LightRequest {
  readonly method: string;
  readonly headers: LightHeaders;
  readonly body: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } } | null;

  constructor(
    readonly url: string,
    { method = 'GET', headers, body }: { method?: string; headers?: HeadersInit; body?: string },
  ) {
    this.method = method;
    this.headers = new LightHeaders(headers);
    this.body = body === undefined ? null : { getReader: () => readerOf(body) };
  }
}

function readerOf(body: string) {
  let isRead = false;
  return {
    async read() {
      if (isRead) return { done: true };
      isRead = true;
      return { done: false, value: new TextEncoder().encode(body) };
    },
  };
}

/** Puts the light ones in the place of the others; gives the way back. */
export function lightenHttp(): () => void {
  const { Headers, Response, Request, Blob, AbortController, setTimeout } = globalThis;
  const { stackTraceLimit } = Error;
  const light = { Headers: LightHeaders, Response: LightResponse, Request: LightRequest, Blob: LightBlob };
  // A story is over before any timer of the server's is; one that waited would hold all of it in memory for seconds.
  const timer = { unref: () => timer };
  Object.assign(globalThis, light, { AbortController: LightAbortController, setTimeout: () => timer });
  // Whoever is killed throws an error, whose way here nobody reads.
  Error.stackTraceLimit = 0;
  return () => {
    Object.assign(globalThis, { Headers, Response, Request, Blob, AbortController, setTimeout });
    Error.stackTraceLimit = stackTraceLimit;
  };
}
