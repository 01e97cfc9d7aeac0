import type { Browser } from 'puppeteer-core';

/** All that the manifest offers as optional. */
const OFFERED = ['*://*/*', 'file:///*'];

/**
 * Answers the question about access in advance, on the browser's own extensions page: what is allowed
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
  for (const pattern of OFFERED) await page.evaluate(changeHost, change, id, pattern);
  await page.close();
}

/** The switch "Allow access to file URLs" on the extension's own page; Chrome loads the extension anew when it is turned. */
export async function switchFiles(program: Browser, id: string, is: boolean): Promise<void> {
  const page = await program.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(changeFiles, id, is);
  await page.close();
}

/** Outside of developer mode what is loaded anew from a folder would stay disabled. */
async function changeFiles(extensionId: string, fileAccess: boolean): Promise<void> {
  const { developerPrivate } = chrome as unknown as {
    developerPrivate: Record<
      'updateProfileConfiguration' | 'updateExtensionConfiguration',
      (change: object) => Promise<void>
    >;
  };
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await developerPrivate.updateExtensionConfiguration({ extensionId, fileAccess });
}

function changeHost(change: Change, id: string, pattern: string): Promise<void> {
  const { developerPrivate } = chrome as unknown as {
    developerPrivate: Record<Change, (id: string, pattern: string) => Promise<void>>;
  };
  return developerPrivate[change](id, pattern);
}
