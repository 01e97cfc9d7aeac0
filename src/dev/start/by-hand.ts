import { resolve } from 'node:path';
import type { BrowserName } from '../browsers/person.ts';

/** What to install where no browser was found. */
export function sayNoBrowser(wanted: BrowserName | null): string {
  const names = { chrome: 'Chrome, Chromium or Edge', firefox: 'Firefox (142 or newer)' };
  const missing = wanted ? names[wanted] : `${names.chrome} or ${names.firefox}`;
  return `No ${missing} was found. Install one, or name its program in CHROME or FIREFOX.`;
}

export const NO_DISPLAY =
  'There is no display here, so no browser is opened. `npm start -- --check` walks through everything without one.';

/** How to come to the extension without our help. */
export function sayByHand(link: string): string {
  return [
    'To load the extension by hand:',
    `  Chrome, Chromium, Edge   chrome://extensions → Developer mode → Load unpacked → ${resolve('dist/chrome')}`,
    `  Firefox                  about:debugging#/runtime/this-firefox → Load Temporary Add-on → ${resolve('dist/firefox/manifest.json')}`,
    'Then open this invite link and press the Sidelight button there:',
    `  ${link}`,
  ].join('\n');
}
