import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Opening } from './person.ts';

/** As in the manifest of the Firefox build. */
export const ADDON = 'sidelight@learn.extension';
/** Firefox gives each install another origin; this one is told beforehand which, so that it can be addressed. */
const ORIGIN = '5e1de119-4a7c-4d6e-9b0a-51de119471ab';
export const addressIn = (file: string): string => `moz-extension://${ORIGIN}/${file}`;

/** Nothing of the browser's own goes out, and nothing of it comes in between. */
const QUIET = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'startup.homepage_welcome_url': 'about:blank',
  'browser.aboutwelcome.enabled': false,
  'browser.tabs.warnOnClose': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.search.update': false,
  'browser.region.update.enabled': false,
  'browser.contentblocking.report.monitor.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'data:,',
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'network.dns.disablePrefetch': true,
  'dom.push.connection.enabled': false,
} as const;

/** A temporary add-on keeps its data from one start to the next. */
const LASTING = {
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: ORIGIN }),
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** Makes the profile ready to be driven on a port and gives its folder. */
export async function prepareProfile(opening: Opening, port: number): Promise<string> {
  const folder = opening.profile ?? (await mkdtemp(join(tmpdir(), 'sidelight-firefox-')));
  const language = { 'intl.locale.requested': opening.language ?? 'en-US' };
  const prefs = { ...QUIET, ...LASTING, ...language, ...proxyPrefs(opening.proxyPort), 'marionette.port': port };
  const lines = Object.entries(prefs).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  await writeFile(join(folder, 'user.js'), lines.join(''));
  return folder;
}

function proxyPrefs(port: number | undefined): Record<string, string | number | boolean> {
  if (port === undefined) return {};
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.allow_hijacking_localhost': true,
  };
}
