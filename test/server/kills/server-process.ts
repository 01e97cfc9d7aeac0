import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A team server in a process of its own, as a person would start it. */
export interface ServerProcess {
  url: string;
  pid: number;
  /** The first owner's link, where the team was nobody's. */
  ownerLink: string | null;
  /** Ends it as a power switch would for the process. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

/** The server's programs, with the pages left out. */
export async function buildServer(): Promise<{ program: string; remove(): void }> {
  mkdirSync('.dev', { recursive: true });
  const folder = mkdtempSync('.dev/server-');
  const program = join(folder, 'main.js');
  await build({
    entryPoints: ['src/server/main.ts', 'src/server/reading-thread.ts'],
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export async function startProcess(program: string, environment: Record<string, string>): Promise<ServerProcess> {
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: '0',
    LOG: 'problems',
    PUSHES_PER_MINUTE: '1000000',
    ...environment,
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const said = await untilItAnswers(child, gone);
  const url = /answers on (\S+)/.exec(said)?.[1] ?? '';
  return {
    url,
    pid: child.pid ?? 0,
    ownerLink: /\S+\/join#\S+/.exec(said)?.[0] ?? null,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

/** What it said up to the point where all was said; the owner's link comes right after the address. */
async function untilItAnswers(child: ChildProcess, gone: Promise<number | null>): Promise<string> {
  let said = '';
  const heard = new Promise<void>((resolve) => {
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece;
      if (/ready\./.test(said)) resolve();
    });
  });
  await Promise.race([heard, gone.then((code) => Promise.reject(new Error(`the server ended with ${code}: ${said}`)))]);
  return said;
}
