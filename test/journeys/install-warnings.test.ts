import { expect, test } from 'vitest';
import { openChrome } from '../../src/dev/browsers/chrome.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { readManifest } from '../../src/dev/build/manifest.mjs';

/** A permission that does warn, to see that the browser was really asked. */
const WARNED_OF = { host_permissions: ['*://*/*'] };

test.skipIf(!findProgram('chrome'))('Chromium warns of nothing when Sidelight is installed', async () => {
  const manifest = JSON.stringify(await readManifest('chrome'));
  const person = await openChrome({ extension: 'dist/chrome' });
  try {
    const warnings = (text: string) =>
      person.installed.inWorker((said) => chrome.management.getPermissionWarningsByManifest(said), text);
    expect(await warnings(JSON.stringify({ ...JSON.parse(manifest), ...WARNED_OF }))).toHaveLength(1);
    expect(await warnings(manifest)).toEqual([]);
  } finally {
    await person.close();
  }
});
