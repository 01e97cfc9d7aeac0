import browser from 'webextension-polyfill';

/** Version of this extension. */
export const ownVersion = (): string => browser.runtime.getManifest().version;

/** Address of a page of ours, such as `welcome.html`. */
export const ownPage = (file: string): string => browser.runtime.getURL(file);
