/**
 * `npm start`: everything, from a fresh clone to a person at a browser. Installs what is missing, builds, starts the
 * team server on this machine, and opens a browser with the extension in it, joined to that team. Ctrl-C stops it all.
 *
 *   npm start [-- --browser chrome|firefox] [--port N]
 *   npm start -- --check [--browser chrome|firefox]
 *
 * `--check` shows no window: two people walk a lesson from a page to a colleague, one line for each step. Until Node's
 * version is known to do, this file names nothing but Node's oldest parts.
 */
const LEAST = { major: 20, minor: 19 };

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isOld = major < LEAST.major || (major === LEAST.major && minor < LEAST.minor);

if (isOld) {
  const least = `${LEAST.major}.${LEAST.minor}`;
  console.error(
    `Sidelight needs Node ${least} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  );
  process.exitCode = 1;
} else {
  const { start } = await import('./start/start.mjs');
  process.exitCode = await start(process.argv.slice(2));
}
