import { spawnSync } from 'node:child_process';

const LINT = [
  'node_modules/web-ext/bin/web-ext.js',
  'lint',
  '--output',
  'json',
  '--no-config-discovery',
  '--source-dir',
];

/**
 * What Mozilla's linter finds wrong with a built extension: errors and warnings as sentences, none when all is well.
 * @param {string} folder
 * @returns {string[]}
 */
export function lint(folder) {
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, [...LINT, folder], {
    encoding: 'utf8',
    env,
    timeout: 120_000,
  });
  const report = stdout.trim().split('\n').at(-1) ?? '';
  if (!report.startsWith('{')) return [`The linter itself failed: ${stderr || stdout}`];
  const { errors, warnings } = JSON.parse(report);
  return [...errors, ...warnings].map(
    ({ code, message, file, line }) => `${code} in ${file ?? 'the extension'}${line ? `:${line}` : ''}: ${message}`,
  );
}
