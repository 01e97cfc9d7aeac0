import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Clock } from '../kit/clock.ts';
import type { Arriving } from './arriving.ts';
import type { Buckets } from './bucket.ts';
import type { Config } from './config.ts';
import type { Counts } from './counts.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import type { PushLine } from './push-line.ts';
import type { Reading } from './reading.ts';
import type { Bearer, Shelf } from './shelf/shelf.ts';
import type { SiteFile } from './site-files.ts';
import type { Spread } from './spread.ts';

/** What every route may use. */
export interface Parts {
  config: Config;
  shelf: Shelf;
  arriving: Arriving;
  reading: Reading;
  line: PushLine;
  hub: Hub;
  spread: Spread;
  clock: Clock;
  log: Log;
  counts: Counts;
  /** Notes that a device was here. */
  seen(bearer: Bearer): void;
  limits: { pushes: Buckets; reads: Buckets; failedJoins: Buckets };
  site: Map<string, SiteFile>;
  version: string;
  /** Where people reach the server, without a slash at the end. */
  publicUrl(): string;
}

/** What hono knows of a request: the socket's own objects (absent where there is none), and who asks. */
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: { bearer: Bearer; requestId: string; problem: string };
}

export type Ask = Context<Env>;
