import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { loadSettings, onSettings, saveSettings } from '../../browser/settings.ts';
import { text } from '../../ui/text.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { isSiteOff, type Settings, switchSite } from '../../wire/settings.ts';

/** Switches everything that we do in the pages of one site. Its room is there before it is known how it stands. */
export function SiteSwitch({ site }: { site: string }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return onSettings(setSettings);
  }, []);
  if (!settings) return <div class="foot-room" />;
  const isOn = !isSiteOff(settings, site);
  const change = async (on: boolean) => {
    setSettings(await saveSettings((last) => switchSite(last, site, on)));
    await ask('refresh', {});
  };
  return (
    <Toggle
      label={text('popupSite', site)}
      hint={isOn ? undefined : text('popupSiteOff')}
      on={isOn}
      onChange={(on) => void change(on)}
    />
  );
}
