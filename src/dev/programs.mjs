import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that the tests drive, where they stand, and how Debian calls them. */
const PROGRAMS = [
  { name: 'Chromium', commands: ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome'], debian: 'chromium' },
  { name: 'Firefox', commands: ['firefox-esr', 'firefox'], debian: 'firefox-esr' },
  { name: 'PostgreSQL', commands: ['postgres'], below: '/usr/lib/postgresql', debian: 'postgresql' },
  { name: 'Xvfb', commands: ['Xvfb'], debian: 'xvfb' },
  { name: 'xdotool', commands: ['xdotool'], debian: 'xdotool' },
];

/**
 * Sees that the programs the tests drive are there; as root on Debian, installs those that are not. Gives the names of
 * those that stay missing: their tests are skipped, and counted as skipped.
 * @returns {string[]}
 */
export function findPrograms() {
  // Elsewhere programs stand in places that the drivers know, and nothing is installed.
  if (process.platform !== 'linux') return [];
  const missing = PROGRAMS.filter((program) => !isThere(program));
  if (missing.length > 0 && canInstall()) installOnDebian(missing.map(({ debian }) => debian));
  return missing.filter((program) => !isThere(program)).map(({ name }) => name);
}

/** @param {{ commands: string[], below?: string }} program */
function isThere({ commands, below }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const versions = below && existsSync(below) ? readdirSync(below).map((version) => join(below, version, 'bin')) : [];
  return commands.some((command) => [...folders, ...versions].some((folder) => existsSync(join(folder, command))));
}

const canInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

function installOnDebian(/** @type {string[]} */ packages) {
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) => spawnSync('apt-get', ['-qq', ...args], { stdio: 'inherit', env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
