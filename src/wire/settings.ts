import * as z from 'zod/mini';
import { isPrivateSite } from '../domain/private-site.ts';

/** What a person chose, kept in the browser's `storage.local` under `settings`. Read through this schema, also on change. */
export const settingsSchema = z.object({
  /** Each part of what we do in pages, switched apart from the others. */
  parts: z.object({
    /** Own highlights that come back. */
    highlights: z._default(z.boolean(), true),
    /** The team's highlights. */
    teamHighlights: z._default(z.boolean(), true),
    /** The count on the icon. */
    badge: z._default(z.boolean(), true),
    /** Lessons from elsewhere that fit the page in view. Off, no page is read for it. */
    suggestions: z._default(z.boolean(), true),
    /** Our items in the context menu. */
    menus: z._default(z.boolean(), true),
    /** The two-button bar at a selection; off until chosen. */
    bar: z._default(z.boolean(), false),
  }),
  /** Hosts, without `www.`, where nothing of ours happens. */
  sitesOff: z._default(z.array(z.string()), []),
  /** Hosts that look private, where the person wants us all the same. */
  sitesOn: z._default(z.array(z.string()), []),
  /** Hosts where the bar does not come. */
  barSitesOff: z._default(z.array(z.string()), []),
  /** Hosts where nothing from elsewhere is suggested, and whose pages are not read for it. */
  suggestionSitesOff: z._default(z.array(z.string()), []),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Part = keyof Settings['parts'];

export const defaultSettings: Settings = settingsSchema.parse({ parts: {} });

/** Settings from whatever storage holds; what does not fit falls back to the default. */
export function readSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : defaultSettings;
}

const bare = (host: string): string => host.replace(/^www\./, '');

/** Whether nothing of ours happens by itself on a host: it was switched off, or looks private and was not switched on. */
export const isSiteOff = (settings: Settings, host: string): boolean =>
  settings.sitesOff.includes(bare(host)) || isSitePrivate(settings, host);

/** Whether lessons from elsewhere may be suggested beside a host's pages; only then their words are read. */
export const isSuggestedOn = (settings: Settings, host: string): boolean =>
  settings.parts.suggestions && !settings.suggestionSitesOff.includes(bare(host)) && !isSiteOff(settings, host);

/** Settings with suggestions on a site switched on or off. */
export function switchSuggestions(settings: Settings, host: string, isOn: boolean): Settings {
  const others = settings.suggestionSitesOff.filter((one) => one !== bare(host));
  return { ...settings, suggestionSitesOff: isOn ? others : [...others, bare(host)] };
}

/** Whether a host is left alone only because it looks private: there a key asks first. */
export const isSitePrivate = ({ sitesOn, sitesOff }: Settings, host: string): boolean =>
  isPrivateSite(bare(host)) && !sitesOn.includes(bare(host)) && !sitesOff.includes(bare(host));

/** Settings with a site switched on or off. */
export function switchSite(settings: Settings, host: string, isOn: boolean): Settings {
  const site = bare(host);
  const without = (sites: string[]): string[] => sites.filter((one) => one !== site);
  const sitesOff = isOn ? without(settings.sitesOff) : [...without(settings.sitesOff), site];
  const sitesOn = isOn && isPrivateSite(site) ? [...without(settings.sitesOn), site] : without(settings.sitesOn);
  return { ...settings, sitesOff, sitesOn };
}
