import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { prepareProfile } from './firefox-profile.ts';
import { callMarionette, type Marionette } from './marionette.ts';
import type { Opening } from './person.ts';
import { findProgram } from './programs.ts';

export interface RunningFirefox {
  marionette: Marionette;
  process: ChildProcess;
  close(): Promise<void>;
}

const QUIT_MS = 5_000;

/** Starts Firefox with its own driver listening; our code may speak to the browser itself, not only to its pages. */
export async function launchFirefox(opening: Opening): Promise<RunningFirefox> {
  const program = opening.program ?? findProgram('firefox')?.path;
  if (!program) throw new Error('No Firefox was found. Install one, or name it in FIREFOX.');
  const port = await freePort();
  const folder = await prepareProfile(opening, port);
  const flags = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', folder];
  const size = ['--width', '1280', '--height', '900'];
  const child = spawn(program, [...(opening.visible ? [] : ['--headless']), ...flags, ...size], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const close = async (marionette?: Marionette) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), QUIT_MS);
    await Promise.race([marionette?.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {}), ended]);
    if (!marionette) child.kill('SIGKILL');
    await ended;
    clearTimeout(timer);
    marionette?.hangUp();
    if (!opening.profile) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await callMarionette(port, () => child.exitCode === null);
    await marionette.send('WebDriver:NewSession', { capabilities: {} });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    await marionette.send('WebDriver:SetTimeouts', { script: 60_000 });
    return { marionette, process: child, close: () => close(marionette) };
  } catch (error) {
    await close();
    throw error;
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
