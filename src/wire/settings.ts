import * as z from 'zod/mini';

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
    /** Our items in the context menu. */
    menus: z._default(z.boolean(), true),
    /** The two-button bar at a selection; off until chosen. */
    bar: z._default(z.boolean(), false),
  }),
  /** Hosts, without `www.`, where nothing of ours happens. */
  sitesOff: z._default(z.array(z.string()), []),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Part = keyof Settings['parts'];

export const defaultSettings: Settings = settingsSchema.parse({ parts: {} });

/** Settings from whatever storage holds; what does not fit falls back to the default. */
export function readSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : defaultSettings;
}

export const isSiteOff = (settings: Settings, host: string): boolean =>
  settings.sitesOff.includes(host.replace(/^www\./, ''));
