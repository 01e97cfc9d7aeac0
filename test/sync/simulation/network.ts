import { gunzipSync } from 'node:zlib';
import { Killed, type Life } from './death.ts';
import type { Wire } from './device.ts';
import type { Host } from './host.ts';
import { createLiveLine } from './live-line.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

export interface Weather {
  /** How likely each thing that can happen to a request or an answer is. */
  bad: number;
  /** What is longer is not answered in the time that an answer may take. */
  fits: number;
}

interface Answer {
  status: number;
  text: string;
  headers: [string, string][];
}

/** Longer than anyone waits. */
const TOO_LONG_MS = 40_000;

/** What something in between may say, with a page of its own. */
const STATUSES = [200, 204, 302, 400, 401, 403, 404, 407, 409, 410, 413, 429, 500, 502, 503, 504] as const;
/** What the server itself may say at any time without being asked for it: it is busy, failing, or was restored. */
const WORDS: [status: number, code: string][] = [
  [429, 'too-many'],
  [500, 'server-failed'],
  [409, 'epoch-changed'],
  [410, 'cursor-too-old'],
];

/**
 * Requests and answers travel as events: each may be late, lost, doubled or cut short, and a proxy may answer instead of
 * the server, before or after the server has done what was asked.
 */
export function createNetwork(world: World, host: Host, weather: Weather, seen: (body: string) => void): Wire {
  const { random } = world;
  const isBad = () => random.chance(weather.bad);
  const follow = createLiveLine(world, host, weather);

  const reach = (url: string, init: RequestInit, answer: (answer: Answer | null) => void) =>
    world.plan(`request ${init.method} ${url.slice(url.indexOf('/v1'))}`, random.int(2_000), () => {
      void world.run(async () => answer(await ask(host, url, init)));
    });

  return {
    async fetch(url, init, life: Life) {
      life.pass();
      if (init.signal?.aborted) throw new TypeError('aborted');
      if (url.includes('/v1/live')) return follow(url, init, life);
      const text = bodyOf(init);
      seen(text);
      const plain: RequestInit = { method: init.method ?? 'GET', headers: withoutEncoding(init) };
      const sent = text === '' ? plain : { ...plain, body: text };
      const answer = await world.sleep<Answer>((wake, fail) => {
        const lose = () =>
          world.plan('a request fails', random.int(5_000), () => fail(new TypeError('failed to fetch')));
        const come = (got: Answer | null) => {
          if (!got || isBad()) return lose();
          const shown = isBad() ? instead(random) : got;
          const lateMs = text.length > weather.fits ? TOO_LONG_MS : 0;
          return world.plan('an answer comes', random.int(2_000) + lateMs, () =>
            wake(isBad() ? cut(shown, random.next()) : shown),
          );
        };
        init.signal?.addEventListener('abort', () => fail(new TypeError('aborted')));
        life.onEnd(() => fail(new Killed('killed')));
        const [isLost, isAnsweredFor] = [isBad(), isBad()];
        if (isLost) lose();
        else if (isAnsweredFor) come(instead(random));
        else reach(url, sent, come);
        // A second copy of the same request arrives some time, whatever became of the first.
        if (isBad()) reach(url, sent, () => undefined);
      });
      life.pass();
      return new Response(answer.status === 204 ? null : answer.text, {
        status: answer.status,
        headers: answer.headers,
      });
    },
  };
}

async function ask(host: Host, url: string, init: RequestInit): Promise<Answer | null> {
  const response = await host.handle(new Request(url, init)).catch((error: unknown) => {
    if (error instanceof Killed) return null;
    throw error;
  });
  if (!response) return null;
  return { status: response.status, text: await response.text(), headers: [...response.headers] };
}

function instead(random: Random): Answer {
  if (random.chance(0.5)) return { status: random.pick(STATUSES), text: '<h1>Bad gateway</h1>', headers: [] };
  const [status, code] = random.pick(WORDS);
  const headers: [string, string][] = status === 429 ? [['retry-after', '7']] : [];
  return { status, text: JSON.stringify({ code, message: 'injected' }), headers };
}

const cut = (answer: Answer, where: number): Answer => ({
  ...answer,
  text: answer.text.slice(0, Math.floor(answer.text.length * where)),
  headers: [],
});

/** How a packed body begins; in stories on the stores in memory it is only called so. */
const GZIP = 0x1f;

function bodyOf({ body, headers }: RequestInit): string {
  if (!(body instanceof Uint8Array)) return '';
  const isPacked = body[0] === GZIP && new Headers(headers).get('content-encoding') === 'gzip';
  return Buffer.from(isPacked ? gunzipSync(body) : body).toString('utf8');
}

function withoutEncoding({ headers }: RequestInit): Headers {
  const plain = new Headers(headers);
  plain.delete('content-encoding');
  return plain;
}
