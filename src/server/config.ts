import * as z from 'zod/mini';
import { fail, ok, type Result } from '../kit/result.ts';

/** Everything that a person who runs the server may decide. */
export interface Config {
  host: string;
  /** 0: any free one. */
  port: number;
  /** Where people reach the server, without a slash at the end; '' for the address it listens on. */
  publicUrl: string;
  /** `postgres://…`, or '' for the embedded SQLite in `folder`. */
  databaseUrl: string;
  folder: string;
  /** Where people get the extension, shown on the join page; '' to say nothing. */
  extensionUrl: string;
  /** Name of the team made on the first start. */
  teamName: string;
  /** Believe `X-Forwarded-For` of the proxy in front. */
  trustProxy: boolean;
  /** Pushes a device may make in a minute, on average. */
  pushesPerMinute: number;
  /** Streams a device may hold at once. */
  streamsPerDevice: number;
  /** Failed joins from one address in an hour. */
  failedJoinsPerHour: number;
  /** Who says it may read /metrics; '' for nobody. */
  metricsToken: string;
  log: 'all' | 'problems' | 'none';
  /** Days that a deletion stays in the feed; devices that were away for longer sweep. */
  deletedDays: number;
}

const wholeSentence = (least: number, most: number) => `must be a whole number from ${least} to ${most}`;

const whole = (least: number, most: number, preset: number) =>
  z._default(
    z.pipe(
      z.string(),
      z.pipe(
        z.transform((text: string) => (text.trim() === '' ? preset : Number(text))),
        z
          .number(wholeSentence(least, most))
          .check(z.refine((n) => Number.isInteger(n) && n >= least && n <= most, wholeSentence(least, most))),
      ),
    ),
    preset,
  );

const text = (preset: string) => z._default(z.string(), preset);

const isAddress = (value: string) => value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));
const isDatabase = (value: string) => value === '' || /^postgres(ql)?:\/\//.test(value);

/** The environment variables, by name, with what each may be and what it is when it is not set. */
const environmentSchema = z.object({
  HOST: text('127.0.0.1'),
  PORT: whole(0, 65_535, 8787),
  PUBLIC_URL: text('').check(z.refine(isAddress, 'must be a web address, like https://team.example')),
  EXTENSION_URL: text('').check(z.refine(isAddress, 'must be a web address')),
  DATABASE_URL: text('').check(z.refine(isDatabase, 'must begin with postgres:// (or be empty, for SQLite)')),
  DATA_DIR: text('./data').check(z.minLength(1, 'must name a folder')),
  TEAM_NAME: text('Our team').check(z.minLength(1, 'must not be empty'), z.maxLength(120, 'may have 120 characters')),
  TRUST_PROXY: z._default(z.enum(['0', '1'], 'must be 0 or 1'), '0'),
  PUSHES_PER_MINUTE: whole(1, 1_000_000, 600),
  STREAMS_PER_DEVICE: whole(1, 1_000, 8),
  FAILED_JOINS_PER_HOUR: whole(1, 1_000_000, 30),
  METRICS_TOKEN: text(''),
  DELETED_DAYS: whole(1, 36_500, 180),
  LOG: z._default(z.enum(['all', 'problems', 'none'], 'must be all, problems or none'), 'all'),
});

/** Reads the configuration; fails with `config` and a sentence that names each wrong variable. */
export function readConfig(environment: Record<string, string | undefined>): Result<Config> {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    return fail('config', parsed.error.issues.map((one) => `${one.path.join('.')}: ${one.message}.`).join(' '));
  }
  const said = parsed.data;
  return ok({
    host: said.HOST,
    port: said.PORT,
    publicUrl: said.PUBLIC_URL.replace(/\/+$/, ''),
    extensionUrl: said.EXTENSION_URL,
    databaseUrl: said.DATABASE_URL,
    folder: said.DATA_DIR,
    teamName: said.TEAM_NAME,
    trustProxy: said.TRUST_PROXY === '1',
    pushesPerMinute: said.PUSHES_PER_MINUTE,
    streamsPerDevice: said.STREAMS_PER_DEVICE,
    failedJoinsPerHour: said.FAILED_JOINS_PER_HOUR,
    metricsToken: said.METRICS_TOKEN,
    log: said.LOG,
    deletedDays: said.DELETED_DAYS,
  });
}
