import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { loadSettings, onSettings, saveSettings } from '../../browser/settings.ts';
import { text } from '../../ui/text.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { isSiteOff, type Settings, switchSite } from '../../wire/settings.ts';

/**
 * Switches everything that we do in the pages of one site; null while it is not known which. Its room is there from the
 * start: what stands below would move, and a click on it would switch the site off.
 */
export function SiteSwitch({ site }: { site: string | null }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return onSettings(setSettings);
  }, []);
  if (!settings || site === null) return <div class="foot-room" />;
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
