import { joinTeam } from '../../../src/sync/join.ts';
import { leaveTeam } from '../../../src/sync/leave.ts';
import type { Device } from './device.ts';
import type { Stage } from './stage.ts';

/** A device leaves the team; what its member shared stays, or is taken back. */
export function leave(stage: Stage, device: Device): void {
  const { world, host, facts } = stage;
  const { store, deps } = stage.contextOf(device);
  const records = world.random.pick(['leave', 'take-back'] as const);
  stage.start(`${device.name} leaves: ${records}`, async () => {
    // From now on the server may hear of it, whatever becomes of the answer.
    facts.ended.add(device.token);
    facts.departed.add(device.member);
    if (records === 'take-back') facts.withdrawing.add(device.member);
    device.isLeaving = true;
    const left = await leaveTeam(store, host.team, records, deps);
    if (!left.ok) return;
    device.hasLeft = true;
    if (records === 'leave') return;
    const isAlone = stage.devices.every((other) => other === device || other.member !== device.member);
    for (const { id, author, text, version } of (await host.look()).records) {
      if (author !== device.member) continue;
      if (text === null || isAlone) facts.takenBack.set(id, version);
    }
  });
}

/** Joins again as the same member, with a link that their other device or an admin made. */
export async function joinAgain(stage: Stage, device: Device): Promise<void> {
  const { host } = stage;
  // None is made where the server is dead or has no room.
  const link = await host.invite('member', device.member).catch(() => null);
  const { store, deps } = stage.contextOf(device);
  if (link === null) return;
  stage.start(`${device.name} joins again`, async () => {
    // From now on it may be in the team again, though it may die before it can say so.
    device.mayBeBack = true;
    const joined = await joinTeam(store, { link, name: device.name }, deps);
    if (joined.ok)
      Object.assign(device, { hasLeft: false, isLeaving: false, hasJoinedAgain: true, token: `${device.token}+` });
  });
}
