// @vitest-environment happy-dom
import '../stage.ts';
import { describe, expect, test } from 'vitest';
import { addTeam } from '../../../src/store/team.ts';
import { createDevice, type Device, team } from '../../store/device.ts';
import { button, click, submit, type } from '../../ui/drawn.ts';
import { answers, said, says, until } from '../stage.ts';
import { field, openOptions, section } from './open.tsx';

const LINK = 'https://team.example/join#sli_abcdefghijklmnopqrstuvwxyz';

async function openJoin(device: Device, link = LINK, name = 'Ada') {
  const root = section(openOptions(device), 'team');
  await until(() => root.querySelector('form'));
  await type(field(root, 'Invite link'), link);
  await type(field(root, 'Your name'), name);
  return root;
}

describe('joining', () => {
  test('says whose server it is before anything is sent, then joins under the name', async () => {
    const device = createDevice();
    answers.set('join', async () => {
      await addTeam(device.store, team(), device.clock);
      return { ok: true, value: { team: 'team-1' } };
    });
    const root = await openJoin(device);
    expect(root.textContent).toContain('Its server is team.example.');
    expect(said).toEqual([]);
    await submit(root.querySelector('form'));
    await says(root, 'You are in Kitchen.');
    expect(said).toContainEqual({ say: 'join', takes: { link: LINK, name: 'Ada' } });
  });

  test.each(['hello', 'https://team.example/join', 'ftp://team.example/join#sli_abcdefghijklmnopqrstuvwxyz'])(
    'what is no invite (%s) gets a sentence and nothing is asked',
    async (link) => {
      const root = await openJoin(createDevice(), link);
      await submit(root.querySelector('form'));
      expect(root.textContent).toContain('This is not an invite link.');
      expect(said).toEqual([]);
    },
  );

  test.each([
    ['invite-ended', undefined, 'has been used or is too old'],
    ['unreachable', 'team.example', 'team.example does not answer'],
    ['already-joined', 'Kitchen', 'You are in Kitchen already'],
  ])('when it fails (%s) a sentence says why, and what was typed stays', async (code, detail, sentence) => {
    answers.set('join', { ok: false, failure: { code, detail } });
    const root = await openJoin(createDevice());
    await submit(root.querySelector('form'));
    await says(root, sentence);
    expect(field(root, 'Invite link').value).toBe(LINK);
    expect(field(root, 'Your name').value).toBe('Ada');
  });

  test('where one is in already, that is said before anything is pressed', async () => {
    const device = createDevice();
    await addTeam(device.store, team(), device.clock);
    const root = section(openOptions(device), 'team');
    await says(root, 'You are Ada');
    await click(button(root, 'Join another team'));
    await type(field(root, 'Invite link'), LINK);
    await says(root, 'You are in Kitchen already');
    await submit(root.querySelector('form'));
    expect(said).toEqual([]);
  });

  test('without a name it asks for one', async () => {
    const root = await openJoin(createDevice(), LINK, ' ');
    await submit(root.querySelector('form'));
    await says(root, 'Write the name your team knows you by.');
    expect(said).toEqual([]);
  });
});

describe('a team', () => {
  const inTeam = async (role: 'owner' | 'member' = 'member') => {
    const device = createDevice();
    await addTeam(device.store, team({ member: { id: 'member-1', name: 'Ada', role } }), device.clock);
    const root = section(openOptions(device), 'team');
    await says(root, 'You are Ada');
    return root;
  };

  test('is left with one’s tips left there, or taken back', async () => {
    for (const [words, records] of [
      ['Leave my tips', 'leave'],
      ['Take them back', 'take-back'],
    ] as const) {
      const root = await inTeam();
      await click(button(root, 'Leave…'));
      await click(button(root, words));
      expect(said).toContainEqual({ say: 'leave', takes: { team: 'team-1', records } });
    }
  });

  test('that cannot be left says why and is still there', async () => {
    answers.set('leave', { ok: false, failure: { code: 'unreachable', detail: 'team.example' } });
    const root = await inTeam();
    await click(button(root, 'Leave…'));
    await click(button(root, 'Take them back'));
    await says(root, 'team.example does not answer');
    expect(root.textContent).toContain('Kitchen');
  });

  test('lets its owner invite, and nobody else', async () => {
    expect((await inTeam()).textContent).not.toContain('Invite colleagues');
    answers.set('invite', { ok: true, value: { link: LINK, expires: 1 } });
    const root = await inTeam('owner');
    await click(button(root, 'Invite colleagues'));
    await type(field(root, 'How many people may join with the link?'), '3');
    await submit(root.querySelector('form'));
    await until(() => root.querySelector('code')?.textContent === LINK);
    expect(said).toContainEqual({ say: 'invite', takes: { team: 'team-1', uses: 3 } });
  });

  test('a second one can be joined', async () => {
    const root = await inTeam();
    await click(button(root, 'Join another team'));
    expect(field(root, 'Your name').value).toBe('Ada');
  });
});
