/** Pages that extensions may run on and that a record may point at. */
export const isWebUrl = (text: string): boolean =>
  URL.canParse(text) && /^(https?|file):$/.test(new URL(text).protocol);

/** Host a person would name: without `www.`, or the dot that any host may end with; 'file' pages have none. */
export const siteOf = (text: string): string =>
  URL.canParse(text) ? new URL(text).hostname.replace(/^www\.|\.$/g, '') : '';
