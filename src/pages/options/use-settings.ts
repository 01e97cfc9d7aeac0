import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { loadSettings, onSettings, saveSettings } from '../../browser/settings.ts';
import type { Settings } from '../../wire/settings.ts';

/** What was chosen, wherever it was chosen, and how to change it: pages in view follow at once. Null until it is read. */
export function useSettings(): [Settings | null, (change: (settings: Settings) => Settings) => Promise<void>] {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return onSettings(setSettings);
  }, []);
  const change = useCallback(async (how: (settings: Settings) => Settings) => {
    setSettings(await saveSettings(how));
    await ask('refresh', {});
  }, []);
  return [settings, change];
}
