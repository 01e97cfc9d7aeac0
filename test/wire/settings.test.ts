import { describe, expect, test } from 'vitest';
import { intentSchema } from '../../src/wire/session.ts';
import {
  defaultSettings,
  isSiteOff,
  isSitePrivate,
  isSuggestedOn,
  readSettings,
  switchSite,
  switchSuggestions,
} from '../../src/wire/settings.ts';

describe('settings', () => {
  test('at first everything is on but the bar', () => {
    expect(defaultSettings.parts).toEqual({
      ...{ highlights: true, teamHighlights: true, badge: true, suggestions: true, menus: true, bar: false },
    });
    expect(defaultSettings.sitesOff).toEqual([]);
  });

  test('what was chosen before a part existed stays chosen', () => {
    expect(readSettings({ parts: { badge: false }, sitesOff: ['a.example'] })).toEqual({
      ...defaultSettings,
      parts: { ...defaultSettings.parts, badge: false },
      sitesOff: ['a.example'],
    });
  });

  test.each([undefined, null, 'x', {}, { parts: { badge: 'no' } }, { parts: {}, sitesOff: 'all' }])(
    '%j in storage falls back to the default',
    (stored) => {
      expect(readSettings(stored)).toEqual(defaultSettings);
    },
  );

  test('a site that is off is off with and without www', () => {
    const settings = { ...defaultSettings, sitesOff: ['a.example'] };
    expect(isSiteOff(settings, 'a.example')).toBe(true);
    expect(isSiteOff(settings, 'www.a.example')).toBe(true);
    expect(isSiteOff(settings, 'b.a.example')).toBe(false);
  });
});

describe('suggestions', () => {
  test('come unless they, or the site, were switched off', () => {
    expect(isSuggestedOn(defaultSettings, 'a.example')).toBe(true);
    const apart = switchSuggestions(defaultSettings, 'www.a.example', false);
    expect([isSuggestedOn(apart, 'a.example'), isSuggestedOn(apart, 'b.example')]).toEqual([false, true]);
    expect(isSiteOff(apart, 'a.example')).toBe(false);
    expect(isSuggestedOn(switchSuggestions(apart, 'a.example', true), 'a.example')).toBe(true);
    expect(isSuggestedOn(switchSite(defaultSettings, 'a.example', false), 'a.example')).toBe(false);
    const none = { ...defaultSettings, parts: { ...defaultSettings.parts, suggestions: false } };
    expect(isSuggestedOn(none, 'a.example')).toBe(false);
  });
});

describe('what one context leaves for another', () => {
  test('is one of the few things it can be', () => {
    expect(intentSchema.safeParse({ intent: 'record', team: '', id: 'a', note: true }).success).toBe(true);
    expect(intentSchema.safeParse({ intent: 'ask-words', words: 'why' }).success).toBe(true);
    expect(intentSchema.safeParse({ intent: 'run', code: 'x' }).success).toBe(false);
    expect(intentSchema.safeParse({ intent: 'record', team: '' }).success).toBe(false);
  });
});

describe('sites that look private', () => {
  const bank = 'onlinebanking.example.com';

  test('are off by themselves, until the person wants us there', () => {
    expect(isSiteOff(defaultSettings, bank)).toBe(true);
    expect(isSitePrivate(defaultSettings, bank)).toBe(true);
    const on = switchSite(defaultSettings, bank, true);
    expect(isSiteOff(on, bank)).toBe(false);
    expect(isSiteOff(switchSite(on, bank, false), bank)).toBe(true);
  });

  test('one that was switched off is off, not merely private', () => {
    const off = switchSite(defaultSettings, bank, false);
    expect(isSitePrivate(off, bank)).toBe(false);
    expect(isSiteOff(off, bank)).toBe(true);
  });

  test('switching an ordinary site off and on leaves nothing behind', () => {
    const off = switchSite(defaultSettings, 'www.a.example', false);
    expect(off.sitesOff).toEqual(['a.example']);
    expect(switchSite(off, 'a.example', true)).toEqual(defaultSettings);
  });
});
