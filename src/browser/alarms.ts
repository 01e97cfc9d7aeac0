import browser from 'webextension-polyfill';

/** Wakes the background every so many minutes; null: no longer. */
export async function repeatAlarm(name: string, everyMinutes: number | null): Promise<void> {
  const standing = await browser.alarms.get(name);
  if (everyMinutes === null) await browser.alarms.clear(name);
  else if (standing?.periodInMinutes !== everyMinutes) browser.alarms.create(name, { periodInMinutes: everyMinutes });
}

/** Wakes the background once, at a time in ms since 1970 (browsers wait half a minute at least). */
export function setAlarm(name: string, when: number): void {
  browser.alarms.create(name, { when });
}

/** Hears each alarm. Call it in the background's first turn. */
export function onAlarm(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => listener(alarm.name));
}
