import type { Clock } from '../kit/clock.ts';
import { systemClock } from '../kit/clock.ts';

/** The part of the Web Locks API that sync uses: `work` runs while no other context holds a lock of that name. */
export interface Locks {
  request<T>(name: string, options: { signal?: AbortSignal }, work: () => Promise<T>): Promise<T>;
}

/** The world that sync touches, handed in so that a test or simulation can own all of it. */
export interface SyncDeps {
  fetch(url: string, init: RequestInit): Promise<Response>;
  clock: Clock;
  locks: Locks;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** What the person's list of devices calls this one: "Firefox on Linux". */
  deviceName: string;
}

/** The browser's own network, clock and locks. */
export const browserDeps = (): SyncDeps => ({
  fetch: (url, init) => fetch(url, init),
  clock: systemClock,
  locks: { request: (name, options, work) => navigator.locks.request(name, options, work) },
  wait,
  deviceName: nameDevice(navigator.userAgent),
});

/** Waits on the real clock; see {@link SyncDeps.wait}. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}

function nameDevice(userAgent: string): string {
  const browser = /Firefox|Edg|Chrome/.exec(userAgent)?.[0]?.replace('Edg', 'Edge') ?? 'Browser';
  const system = /Windows|Mac OS X|Android|CrOS|Linux/.exec(userAgent)?.[0]?.replace(' OS X', '') ?? 'a computer';
  return `${browser} on ${system}`;
}
