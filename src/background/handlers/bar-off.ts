import { saveSettings } from '../../browser/settings.ts';
import { siteOf } from '../../domain/url.ts';
import { fail, ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { speakerOf } from '../page-of.ts';

/** Switching a part of ours off is among the few things that a click in a page may do. */
export const barOff =
  (): Handlers['barOff'] =>
  async ({ where }, by) => {
    if (speakerOf(by) === '') return fail('not-allowed');
    const site = siteOf(by.url ?? '');
    await saveSettings((settings) =>
      where === 'everywhere'
        ? { ...settings, parts: { ...settings.parts, bar: false } }
        : { ...settings, barSitesOff: [...settings.barSitesOff.filter((host) => host !== site), site] },
    );
    return ok(null);
  };
