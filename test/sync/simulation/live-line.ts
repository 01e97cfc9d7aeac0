import { Killed, type Life } from './death.ts';
import type { Host } from './host.ts';
import type { Weather } from './network.ts';
import type { World } from './world.ts';

type Piece = { done: false; value: Uint8Array } | { done: true; value?: undefined };

/** One stream as it comes to a device: in order and late, and it may break or fall silent for good. */
interface Line {
  /** What comes over it, as a reader of a body gives it. */
  read(): Promise<Piece>;
  hear(piece: Piece): void;
  break(error: Error): void;
}

/** Asks for a team's live stream; gives as much of a response as who follows one touches. */
export function createLiveLine(world: World, host: Host, weather: Weather) {
  const { random } = world;
  const isBad = () => random.chance(weather.bad);

  return async (url: string, init: RequestInit, life: Life): Promise<Response> => {
    const line = createLine(world, life, isBad);
    init.signal?.addEventListener('abort', () => line.break(new TypeError('aborted')));
    life.onEnd(() => line.break(new Killed('killed')));
    const status = await world.sleep<number>((wake, fail) => {
      init.signal?.addEventListener('abort', () => fail(new TypeError('aborted')));
      life.onEnd(() => fail(new Killed('killed')));
      world.plan('request GET /v1/live', random.int(2_000), () => {
        void world.run(async () => {
          const answer = isBad() ? null : await open(host, url, init, line).catch(() => null);
          world.plan('a stream begins', random.int(2_000), () =>
            answer === null ? fail(new TypeError('failed to fetch')) : wake(answer),
          );
        });
      });
    });
    life.pass();
    const cancel = async () => line.break(new TypeError('cancelled'));
    return { status, body: { getReader: () => ({ read: line.read, cancel }) } } as unknown as Response;
  };
}

/** Gives the status; whatever the server says from then on goes over the line. */
async function open(host: Host, url: string, init: RequestInit, line: Line): Promise<number | null> {
  const process = host.life();
  const response = await host.handle(new Request(url, { method: 'GET', headers: init.headers ?? {} }));
  const reader = response?.status === 200 ? response.body?.getReader() : undefined;
  if (!reader) return response?.status ?? null;
  process.onEnd(() => line.break(new TypeError('the server is gone')));
  const listen = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (!process.isOver()) line.hear(done ? { done } : { done, value });
      if (done) return;
    }
  };
  void listen().catch(() => line.break(new TypeError('broken off')));
  return 200;
}

function createLine(world: World, life: Life, isBad: () => boolean): Line {
  const { random } = world;
  const [coming, here]: [Piece[], Piece[]] = [[], []];
  let broken: Error | undefined;
  let isSilent = false;
  let waiting: { wake(piece: Piece): void; fail(error: unknown): void } | undefined;

  const arrive = () => {
    const piece = coming.shift();
    if (isBad()) isSilent = true;
    if (!piece || isSilent) return;
    if (isBad()) return line.break(new TypeError('broken off'));
    if (waiting) waiting.wake(piece);
    else here.push(piece);
    waiting = undefined;
    if (coming.length > 0) world.plan('the stream says something', random.int(2_000), arrive);
  };
  const line: Line = {
    async read() {
      life.pass();
      const piece = here.shift();
      if (piece) return piece;
      if (broken) throw broken;
      return world.sleep<Piece>((wake, fail) => {
        waiting = { wake, fail };
      });
    },
    hear(piece) {
      coming.push(piece);
      if (coming.length === 1 && !isSilent) world.plan('the stream says something', random.int(2_000), arrive);
    },
    break(error) {
      broken ??= error;
      isSilent = true;
      waiting?.fail(broken);
      waiting = undefined;
    },
  };
  return line;
}
