import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StoredRecord } from '../../../src/domain/record.ts';

const PACKAGES = ['pouchdb@9', 'pouchdb-server@4.2', 'pouchdb-adapter-memory@9'];

interface PouchDb {
  bulkDocs(docs: object[]): Promise<unknown>;
  info(): Promise<{ doc_count: number }>;
  destroy(): Promise<void>;
  replicate: {
    to(url: string, options: object): Promise<unknown>;
    from(url: string, options: object): Promise<unknown>;
  };
}

export interface Peer {
  url: string;
  /** A client with a database in memory. */
  open(name: string): PouchDb;
  stop(): void;
}

/** PouchDB and pouchdb-server, installed beside the project on first use; null where that is not possible. */
export async function startPouch(): Promise<Peer | null> {
  const folder = resolve('.dev/peers');
  if (!install(folder)) return null;
  const require = createRequire(join(folder, 'index.js'));
  const PouchDB = require('pouchdb');
  PouchDB.plugin(require('pouchdb-adapter-memory'));
  const data = mkdtempSync(join(tmpdir(), 'sidelight-pouch-'));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const program = join(folder, 'node_modules/pouchdb-server/bin/pouchdb-server');
  const args = ['--port', String(port), '--dir', data, '--no-stdout-logs', '--config', join(data, 'config.json')];
  const server = spawn(process.execPath, [program, ...args], { cwd: data, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, server);
  return {
    url,
    open: (name) => new PouchDB(name, { adapter: 'memory' }) as PouchDb,
    stop() {
      server.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export const toDocument = ({ id, body, ...rest }: StoredRecord): object => ({
  _id: `r${id}`,
  ...rest,
  ...body,
  version: rest.version,
});

function install(folder: string): boolean {
  if (existsSync(join(folder, 'node_modules/pouchdb-server'))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: folder, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('pouchdb-server does not start');
}
