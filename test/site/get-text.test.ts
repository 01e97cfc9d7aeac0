import { describe, expect, it } from 'vitest';
import { createGetText, pickLanguage } from '../../src/site/get-text.ts';

describe('sentences outside the extension', () => {
  it('come in the first language of the person that there is', () => {
    expect(pickLanguage(['fr-CH', 'de-AT', 'en'])).toBe('de');
    expect(pickLanguage(['EN-gb'])).toBe('en');
    expect(pickLanguage(['tlh', '__proto__', 'constructor'])).toBe('en');
    expect(pickLanguage([])).toBe('en');
  });

  it('fill in what their placeholders stand for, as the browsers do', () => {
    const getText = createGetText('en');
    expect(getText('siteJoinHeading', 'team.example')).toBe('You are invited to a team on team.example');
    expect(getText('siteJoinHeading', '$1 $host$')).toContain('$1 $host$');
    expect(getText('no such key')).toBe('');
    expect(getText('constructor')).toBe('');
    expect(createGetText('de')('@@ui_locale')).toBe('de');
  });
});
