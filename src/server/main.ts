import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Failure, fail, type Result } from '../kit/result.ts';
import { commands } from './commands.ts';
import { readConfig } from './config.ts';
import { reasonOf } from './reason.ts';
import { startServer } from './start.ts';

const USAGE = 'Without a word: serves. Or: invite ROLE, backup FILE, restore FILE, erase MEMBER.';

/** What a person reads who starts the server and it does not. */
const sentences: Record<string, (detail: string) => string> = {
  config: (detail) => `The configuration is not right. ${detail}`,
  'database-in-use': (folder) =>
    `Another server uses the database in ${folder}. Stop it, or set DATA_DIR to another folder.`,
  'database-unusable': (reason) =>
    `The database cannot be used: ${reason}. Look at DATABASE_URL or DATA_DIR; where a file is damaged, restore a backup.`,
  command: (detail) => detail,
  'port-in-use': (port) => `Port ${port} is taken. Set PORT to another one.`,
  'cannot-listen': (reason) => `The server cannot be reached where HOST and PORT say: ${reason}. Set them to others.`,
};

const config = readConfig(process.env);
if (!config.ok) refuse(config.failure);

const [command, what = ''] = process.argv.slice(2);
if (command) await runCommand(command, what);

const site = fileURLToPath(new URL('site', import.meta.url));
const server = await startServer(config.value, { site, version: readVersion() });
if (!server.ok) refuse(server.failure);

const { url, ownerLink, close } = server.value;
console.error(`Sidelight's team server answers on ${url}`);
const link = await ownerLink();
if (link)
  console.error(
    `\nNobody owns the team yet. This link makes the first owner; it works once, for 72 hours:\n  ${link}\n`,
  );

// Whoever starts this and waits for it knows now that all was said.
console.error('ready.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().then(() => process.exit(0)));
}

async function runCommand(name: string, about: string): Promise<never> {
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!run || about === '' || !config.ok) refuse({ code: 'command', detail: USAGE });
  const done = await run(config.value, about).catch(unreachable);
  if (!done.ok) refuse(done.failure);
  console.log(done.value);
  process.exit(0);
}

/** A file that cannot be written, a disk that is full, a database that nobody answers for or a newer version has changed. */
function unreachable(error: unknown): Result<never> {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return fail('command', `That did not work: ${reasonOf(error)}.`);
}

function refuse({ code, detail = '' }: Failure): never {
  console.error(sentences[code]?.(detail) ?? `${code} ${detail}`);
  process.exit(1);
}

/** Of the package this was built into; a copy of the built server alone has none. */
function readVersion(): string {
  try {
    const own = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    return (JSON.parse(own) as { version: string }).version;
  } catch {
    return 'unknown';
  }
}
