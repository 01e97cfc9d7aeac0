import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { until } from './until.ts';

/**
 * Kills a browser in the middle of anything, with every process of its own, and waits until none is left that could still
 * write into the profile: started anew before that, two browsers would share it, which no browser promises to bear.
 */
export async function killChrome(program: Browser, profile: string): Promise<void> {
  const chrome = program.process();
  if (!chrome?.pid) throw new Error('This browser was not started here, so it is not killed.');
  const gone = chrome.exitCode === null && chrome.signalCode === null ? once(chrome, 'exit') : null;
  try {
    // The browser is the leader of a process group of its own.
    process.kill(-chrome.pid, 'SIGKILL');
  } catch {
    chrome.kill('SIGKILL');
  }
  await gone;
  await until('every process on the profile to be gone', () => processesOn(profile).length === 0);
}

/** Processes that name the profile in their command line; none where there is no /proc to look into. */
function processesOn(profile: string): string[] {
  return list('/proc').filter((pid) => /^\d+$/.test(pid) && read(`/proc/${pid}/cmdline`).includes(profile));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
