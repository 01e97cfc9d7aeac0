import type { Person, View } from '../../browsers/person.ts';
import { until } from '../../browsers/until.ts';
import type { Step } from '../step.ts';
import { words } from '../words.ts';

/** Opens an invite link, and our popup on it, and joins under a name. */
export async function joinByLink(person: Person, link: string, name: string): Promise<void> {
  await person.goTo(link);
  const popup = await person.openPopup();
  await popup.see(words('joinServer', new URL(link).host));
  await popup.fill(words('joinName'), name);
  await popup.click('button', words('joinButton'));
  await until(`${name} to be in the team`, async () => (await person.rows('teams')).length > 0);
  await popup.close();
}

/** Pastes an invite link in the options, which stay open, and joins under a name; also a team that has moved. */
export async function joinInOptions(person: Person, link: string, name: string): Promise<View> {
  // Only Firefox asks about joining itself; the hosts of Chrome are not to be given away with it.
  const askAgain = person.browser === 'firefox' ? await person.agree() : null;
  const options = await person.openOwn('options');
  if ((await person.rows('teams')).length > 0) await options.click('button', words('optionsTeamAnother'));
  await options.fill(words('optionsTeamLink'), link);
  await options.see(words('joinServer', new URL(link).host));
  await options.fill(words('joinName'), name);
  await options.click('button', words('joinButton'));
  await until(`${name} to be in the team`, () => isIn(person, new URL(link).origin));
  await askAgain?.();
  return options;
}

/** Whether the person has joined a team at this server. */
export const isIn = async (person: Person, server: string): Promise<boolean> =>
  (await person.rows('teams')).some((team) => team.server === server);

export const join: Step = {
  name: 'two people join the team by invite links',
  async walk(stage) {
    const team = await stage.team();
    for (const name of ['Ada', 'Ben']) {
      const person = await stage.person(name);
      await person.agree();
      await joinByLink(person, await team.invite('member', 1), name);
    }
    return `both are in "${team.name}" on ${team.url}`;
  },
};
