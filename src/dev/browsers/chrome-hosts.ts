import type { Browser } from 'puppeteer-core';

/**
 * Answers the question about access to all sites in advance, on the browser's own extensions page: what is allowed
 * there, `permissions.request` grants without asking. The question itself is shown only in a window.
 */
export async function agreeToHosts(program: Browser, id: string): Promise<() => Promise<void>> {
  await onExtensionsPage(program, id, 'addHostPermission');
  return () => onExtensionsPage(program, id, 'removeHostPermission');
}

type Change = 'addHostPermission' | 'removeHostPermission';

async function onExtensionsPage(program: Browser, id: string, change: Change): Promise<void> {
  const page = await program.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(changeHost, change, id, '*://*/*');
  await page.close();
}

function changeHost(change: Change, id: string, pattern: string): Promise<void> {
  const { developerPrivate } = chrome as unknown as {
    developerPrivate: Record<Change, (id: string, pattern: string) => Promise<void>>;
  };
  return developerPrivate[change](id, pattern);
}
