import { saveSettings } from '../../browser/settings.ts';
import { siteOf } from '../../domain/url.ts';
import { ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';

/** Switching a part of ours off is among the few things that a click in a page may do. */
export const barOff =
  (): Handlers['barOff'] =>
  async ({ where }, { url }) => {
    const site = siteOf(url ?? '');
    await saveSettings((settings) =>
      where === 'everywhere'
        ? { ...settings, parts: { ...settings.parts, bar: false } }
        : { ...settings, barSitesOff: [...settings.barSitesOff.filter((host) => host !== site), site] },
    );
    return ok(null);
  };
