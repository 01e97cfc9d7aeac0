// @vitest-environment happy-dom
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createGetText } from '../../src/site/get-text.ts';
import { JoinPage } from '../../src/site/join/join-page.tsx';
import { nameSaid } from '../../src/site/own-name.ts';
import { provideText } from '../../src/ui/text.ts';

const invite = `https://team.example/join#sli_${'a'.repeat(44)}`;

describe('the join page', () => {
  beforeEach(() => {
    provideText(createGetText('en'));
    document.body.innerHTML = '<main></main>';
  });

  const open = async (address: string, whereToGet = '') => {
    const root = document.querySelector('main') as HTMLElement;
    await act(() => render(<JoinPage address={address} whereToGet={whereToGet} />, root));
    return root;
  };

  it('says which server invites, what to do with the extension and without, and shows the link to copy', async () => {
    const page = await open(invite);
    expect(page.querySelector('h1')?.textContent).toBe('You are invited to a team on team.example');
    expect(document.title).toContain('team.example');
    expect(page.querySelector<HTMLInputElement>('input[readonly]')?.value).toBe(invite);
    expect(page.querySelectorAll('a')).toHaveLength(0);
  });

  it('links to where the team gets the extension, where the server says so', async () => {
    const page = await open(invite, 'https://addons.example/sidelight');
    expect(page.querySelector('a')?.href).toBe('https://addons.example/sidelight');
  });

  it('who only wants to read says a name and is led to the team’s page, with the invite and the name', async () => {
    const page = await open(invite);
    const went = vi.spyOn(location, 'assign').mockImplementation(() => {});
    const [field] = page.querySelectorAll<HTMLInputElement>('form input');
    const button = page.querySelector<HTMLButtonElement>('form button');
    if (!field || !button) throw new Error('there is no form');
    expect(button.disabled).toBe(true);
    field.value = ' Rita ';
    await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    await act(() => button.click());
    expect(went).toHaveBeenCalledWith(invite.replace('/join#', '/team#'));
    expect(nameSaid()).toBe('Rita');
  });

  it.each(['https://team.example/join', 'https://team.example/join#sli_short'])(
    '%s: says that the invite got lost',
    async (address) => {
      const page = await open(address);
      expect(page.querySelector('h1')?.textContent).toBe('This link has lost its invite');
      expect(page.querySelector('input')).toBeNull();
    },
  );

  it.each([invite, 'https://team.example/join'])('%s has no accessibility problem that axe finds', async (address) => {
    await open(address);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
