import browser from 'webextension-polyfill';

/**
 * What Firefox asks about before anything may be sent to a team server. The manifest lists the same kinds as optional;
 * a join without this consent must not happen.
 */
const KINDS = ['personallyIdentifyingInfo', 'browsingActivity', 'websiteContent'];

type WithConsent = { request(ask: { data_collection: string[] }): Promise<boolean> };

const isFirefox = (): boolean => browser.runtime.getURL('').startsWith('moz-extension:');

/**
 * Whether the person lets shared records go to their team's server. Only Firefox asks; elsewhere our own words before
 * the button are the consent. Call it in the click's own turn, before anything is awaited.
 */
export function requestTeamConsent(): Promise<boolean> {
  if (!isFirefox()) return Promise.resolve(true);
  return (browser.permissions as unknown as WithConsent).request({ data_collection: KINDS });
}
