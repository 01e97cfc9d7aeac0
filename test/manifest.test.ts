import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesNamed, readManifest } from '../src/dev/build/manifest.mjs';

const [chrome, firefox] = await Promise.all([readManifest('chrome'), readManifest('firefox')]);
const both = [
  ['Chromium', chrome],
  ['Firefox', firefox],
] as const;

/** Granted at install. None of these makes Chromium warn; each is explained in README.md. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'contextMenus', 'activeTab', 'scripting', 'alarms'];

/** What each thing in a manifest makes Chromium say at install; a journey asks Chromium itself. */
const SILENT = new Set([...PERMISSIONS, 'sidePanel']);

describe('what is asked for at install', () => {
  test('is exactly this', () => {
    expect(chrome.permissions).toEqual([...PERMISSIONS, 'sidePanel']);
    expect(firefox.permissions).toEqual(PERMISSIONS);
  });

  test.each(both)('makes %s warn of nothing', (_browser, manifest) => {
    expect((manifest.permissions as string[]).filter((name) => !SILENT.has(name))).toEqual([]);
    for (const key of ['host_permissions', 'content_scripts', 'externally_connectable', 'chrome_url_overrides']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  test.each(both)('the rest is asked for when it is needed: %s', (_browser, manifest) => {
    expect(manifest.optional_permissions).toEqual(['downloads', 'notifications']);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*', 'file:///*']);
  });

  test('Firefox is told that nothing is collected, and what joining a team would send', () => {
    expect(firefox.browser_specific_settings).toEqual({
      gecko: {
        id: 'sidelight@learn.extension',
        strict_min_version: '142.0',
        data_collection_permissions: {
          required: ['none'],
          optional: ['personallyIdentifyingInfo', 'browsingActivity', 'websiteContent'],
        },
      },
    });
  });
});

test('what Firefox asks about before joining is what its manifest announces', () => {
  const { gecko } = firefox.browser_specific_settings as {
    gecko: { data_collection_permissions: { optional: string[] } };
  };
  const asked = readFileSync('src/browser/consent.ts', 'utf8');
  for (const kind of gecko.data_collection_permissions.optional) expect(asked).toContain(`'${kind}'`);
});

describe('what guards our pages', () => {
  test.each(both)(
    'nothing runs that did not come with the extension, and no text becomes HTML: %s',
    (_browser, manifest) => {
      expect(manifest.content_security_policy).toEqual({
        extension_pages: [
          "default-src 'self'",
          "img-src 'self' data:",
          'connect-src http: https:',
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          'trusted-types sidelight',
        ].join('; '),
      });
    },
  );

  test.each(both)('no page of the web can reach into the extension: %s', (_browser, manifest) => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('sandbox');
    expect(manifest.incognito).toBe('not_allowed');
  });
});

describe('how it is reached', () => {
  test.each(both)('by these keys, the box for addresses and the button: %s', (_browser, manifest) => {
    expect(keysOf(manifest)).toEqual({
      // Firefox opens the menu of a letter with Shift too: S is its History.
      _execute_action: manifest === firefox ? 'Alt+Shift+R' : 'Alt+Shift+S',
      keep: 'Alt+Shift+L',
      ask: 'Alt+Shift+Q',
      panel: undefined,
    });
    expect(manifest.omnibox).toEqual({ keyword: 'sl' });
    expect(manifest.action).toMatchObject({ default_popup: 'popup.html' });
  });

  test('the key to find something opens no menu of Firefox in English, German or French', () => {
    const letters = { en: 'FEVSBPTH', de: 'DBACLXH', fr: 'FNAHMPOE' };
    const letter = keysOf(firefox)._execute_action?.at(-1) ?? '';
    expect(Object.entries(letters).filter(([, menus]) => menus.includes(letter))).toEqual([]);
  });

  test('README.md names the keys of both', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const [, manifest] of both)
      for (const key of Object.values(keysOf(manifest))) if (key) expect(readme).toContain(`**${key}**`);
  });

  test('the panel never opens by itself', () => {
    expect(firefox.sidebar_action).toMatchObject({ default_panel: 'sidebar.html', open_at_install: false });
    expect(chrome.side_panel).toEqual({ default_path: 'sidebar.html' });
  });

  test('each browser has the background it knows, and nothing of the other', () => {
    expect(chrome.background).toEqual({ service_worker: 'background.js' });
    expect(firefox.background).toEqual({ scripts: ['background.js'] });
    expect(chrome).not.toHaveProperty('sidebar_action');
    expect(chrome).not.toHaveProperty('browser_specific_settings');
    expect(firefox).not.toHaveProperty('side_panel');
    expect(chrome.minimum_chrome_version).toBe('127');
  });

  test('files named anywhere in a manifest are found', () => {
    expect(filesNamed(chrome)).toEqual(expect.arrayContaining(['background.js', 'popup.html', 'icons/icon-128.png']));
    expect(filesNamed(firefox)).toEqual(expect.arrayContaining(['background.js', 'sidebar.html', 'options.html']));
  });
});

const keysOf = (manifest: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(manifest.commands as Record<string, { suggested_key?: { default: string } }>).map(
      ([name, { suggested_key }]) => [name, suggested_key?.default],
    ),
  );
