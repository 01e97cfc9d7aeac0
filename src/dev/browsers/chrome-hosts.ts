import type { Browser } from 'puppeteer-core';

/**
 * Answers the question about access to all sites in advance, on the browser's own extensions page: what is allowed
 * there, `permissions.request` grants without asking. The question itself is shown only in a window.
 */
export async function agreeToHosts(program: Browser, id: string): Promise<void> {
  const page = await program.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(allowHost, id, '*://*/*');
  await page.close();
}

function allowHost(id: string, pattern: string): Promise<void> {
  const { developerPrivate } = chrome as unknown as {
    developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
  };
  return developerPrivate.addHostPermission(id, pattern);
}
