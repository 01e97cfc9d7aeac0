import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './person.ts';

export interface Program {
  browser: BrowserName;
  path: string;
}

/** Names on the PATH, the more usual ones first. */
const COMMANDS: Record<BrowserName, string[]> = {
  chrome: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const MAC: Record<BrowserName, string[]> = {
  chrome: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS: Record<BrowserName, string[]> = {
  chrome: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
};

/** Variables that name a program outright, before anything is searched. */
const NAMED: Record<BrowserName, string> = { chrome: 'CHROME', firefox: 'FIREFOX' };

/** The browser of a name as it is installed here, or null. `CHROME` and `FIREFOX` in the environment go first. */
export function findProgram(browser: BrowserName, env: NodeJS.ProcessEnv = process.env): Program | null {
  const named = env[NAMED[browser]];
  const path = [...(named ? [named] : []), ...places(browser, env)].find((place) => existsSync(place));
  return path ? { browser, path } : null;
}

/** The browser that was asked for, or else the first there is. */
export const findAny = (wanted: BrowserName | null): Program | null =>
  wanted ? findProgram(wanted) : (findProgram('chrome') ?? findProgram('firefox'));

function places(browser: BrowserName, env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return MAC[browser].flatMap((app) => folders.map((folder) => join(folder, app)));
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return WINDOWS[browser].flatMap((exe) => folders.map((folder) => join(folder, exe)));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/snap/bin', '/usr/bin'];
  return COMMANDS[browser].flatMap((command) => folders.map((folder) => join(folder, command)));
}
