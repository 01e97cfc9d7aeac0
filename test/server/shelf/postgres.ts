import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const INSTALLED = '/usr/lib/postgresql';

export interface Postgres {
  /** Address of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Address of the server's own database. */
  url: string;
  pid: number;
  close(): Promise<void>;
}

/** Folder of the newest PostgreSQL's programs, null where none is installed. */
export function findPostgres(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const [newest] = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  const folder = join(INSTALLED, newest ?? '', 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : null;
}

/** Starts a real PostgreSQL in a folder of its own, as a user that is not root, reached by its socket alone. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const who = process.getuid?.() === 0 ? userNamed('postgres') : null;
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-pg-'));
  if (who) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const at = { ...who, cwd: folder, stdio: 'ignore' as const };
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'], at);
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=60'];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], at);
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await untilItAnswers(url);
  let databases = 0;
  return {
    url,
    pid: server.pid ?? 0,
    async createDatabase() {
      const name = `team_${++databases}`;
      await ask(url, `create database ${name}`);
      return url.replace('/postgres?', `/${name}?`);
    },
    async close() {
      server.kill('SIGQUIT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userNamed(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function ask(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(url, 'select 1');
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
