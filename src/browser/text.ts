import browser from 'webextension-polyfill';

/** The sentence for a key of `_locales` in the browser's language; '' for a key there is none of. */
export const getText = (key: string, ...substitutions: string[]): string => browser.i18n.getMessage(key, substitutions);

/** BCP 47. */
export const uiLanguage = (): string => browser.i18n.getUILanguage();

/** Direction the browser's language is written in. */
export const uiDirection = (): 'ltr' | 'rtl' => (browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr');
