import { type Browser, launch } from 'puppeteer-core';
import type { Opening } from './person.ts';
import { findProgram } from './programs.ts';

/** Nothing of the browser's own goes out, and nothing of it comes in between. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=OptimizationHints,OptimizationGuideModelDownloading,DialMediaRouteProvider',
  '--disable-search-engine-choice-screen',
];

/** Starts Chrome, Chromium or Edge over a pipe; over it alone, branded Chrome lets an unpacked extension in. */
export async function launchChrome(opening: Opening): Promise<Browser> {
  const program = opening.program ?? findProgram('chrome')?.path;
  if (!program) throw new Error('No Chrome, Chromium or Edge was found. Install one, or name it in CHROME.');
  return launch({
    executablePath: program,
    headless: !opening.visible,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(opening.display ? { env: { ...process.env, DISPLAY: opening.display } } : {}),
    ...(opening.profile ? { userDataDir: opening.profile } : {}),
    ...(opening.isLeftAlone ? { targetFilter: watchedBy(opening.isLeftAlone) } : {}),
    ...(opening.visible ? { ignoreDefaultArgs: ['--enable-automation'] } : {}),
    args: [...QUIET, ...flagsFor(opening)],
  });
}

/** The extension's worker is watched all the same. */
const watchedBy = (isLeftAlone: () => boolean) => (target: { type(): string }) =>
  target.type() === 'service_worker' || !isLeftAlone();

function flagsFor({ language = 'en-US', proxyPort }: Opening): string[] {
  const flags = ['--window-size=1280,900', `--lang=${language}`];
  // As root Chromium refuses to start with its sandbox; everyone else keeps it.
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  if (proxyPort) flags.push(`--proxy-server=127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>');
  return flags;
}
