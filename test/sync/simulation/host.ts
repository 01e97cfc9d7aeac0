import type { Hono } from 'hono';
import { createId } from '../../../src/kit/id.ts';
import { createApp } from '../../../src/server/app.ts';
import { assemble } from '../../../src/server/assemble.ts';
import { readConfig } from '../../../src/server/config.ts';
import { createInvite } from '../../../src/server/invite.ts';
import type { Env, Parts } from '../../../src/server/parts.ts';
import type { Shelf } from '../../../src/server/shelf/shelf.ts';
import type { Role } from '../../../src/wire/sync.ts';
import { createLife, type Life } from './death.ts';
import type { Stores } from './profile-disk.ts';
import { openServerDisk, type ServerDisk, type Sight } from './server-disk.ts';
import type { World } from './world.ts';

export const ADDRESS = 'http://server.test';

/** Records of a page, so few that every story has many pages. */
const PAGE_RECORDS = 5;
const DAY_MS = 86_400_000;

/** The server's machine: its process lives and dies, its disk stays. */
export interface Host {
  team: string;
  life(): Life;
  /** A request that reached the machine; null where the process is dead or died over it. */
  handle(request: Request): Promise<Response | null>;
  invite(role: Role, member?: string): Promise<string>;
  setRole(member: string, role: Role): Promise<void>;
  removeMember(member: string): Promise<void>;
  /** Days go by, and deletions older than these leave the feed. */
  compact(days: number): Promise<void>;
  /** Starts the process again on what is on the disk. */
  restart(): Promise<void>;
  backUp(): Promise<unknown>;
  /** Puts back a copy, as `restore` does: everything as it was then, and another epoch. */
  restore(copy: unknown): Promise<void>;
  /** Another server takes its place that has no records. */
  replace(): Promise<void>;
  /** After so many writes, so many more find a full disk. */
  fill(after: number, writes: number): void;
  look(): Promise<Sight>;
  glance: ServerDisk['glance'];
  /** Where the feed ends: epoch and seq. */
  place(): Promise<string>;
  close(): Promise<void>;
}

export async function createHost(world: World, stores: Stores): Promise<Host> {
  const config = readConfig({ LOG: 'none', PUSHES_PER_MINUTE: '1000000' });
  if (!config.ok) throw new Error(config.failure.detail);
  const disk = openServerDisk(stores);
  let life = createLife();
  let today = 0;
  const full = { after: 0, for: 0 };
  const log = { note: () => undefined, problem: () => undefined };
  let isUp = false;
  const write = () => {
    // A process that cannot start is started again until it can.
    if (!isUp) return;
    if (full.for <= 0 || full.after-- > 0) return;
    full.for--;
    throw new Error('database or disk is full');
  };
  const free = () => disk.shelf({ pass: () => undefined, write: () => undefined });

  const boot = async (): Promise<{ app: Hono<Env>; parts: Parts }> => {
    const own = createLife();
    life = own;
    isUp = false;
    const shelf = withSmallPages(await disk.shelf({ pass: own.pass, write }));
    const given = { config: config.value, shelf, log, site: new Map(), version: 'simulated' };
    const parts = await assemble({ ...given, clock: world.now, publicUrl: () => ADDRESS });
    isUp = true;
    return { parts, app: createApp(parts) };
  };
  let process = await boot();
  const restart = async () => {
    process = await boot();
  };
  const team = await process.parts.shelf.firstTeam(
    { id: createId(), name: 'Team', epoch: createId(), seq: 0 },
    world.now(),
  );
  const act = () => ({ team: team.id, by: '', now: world.now() });

  return {
    team: team.id,
    life: () => life,
    async handle(request) {
      const own = life;
      if (own.isOver()) return null;
      const response = await process.app.fetch(request);
      return own.isOver() ? null : response;
    },
    async invite(role, member) {
      const wanted = { team: team.id, by: '', role, uses: 1, ...(member ? { member } : {}) };
      return (await createInvite(process.parts, wanted)).link;
    },
    setRole: async (member, role) => (await free()).setRole(act(), member, role),
    async removeMember(member) {
      await (await free()).removeMember(act(), member);
    },
    async compact(days) {
      const shelf = await free();
      await shelf.compact(world.now() + today * DAY_MS, 36_500 * DAY_MS);
      today += days;
      await shelf.compact(world.now() + today * DAY_MS, (days - 1) * DAY_MS);
      today += 1;
    },
    restart,
    backUp: disk.backUp,
    async restore(copy) {
      await disk.restore(copy, createId());
      await restart();
    },
    async replace() {
      await disk.empty(createId());
      await restart();
    },
    fill: (after, writes) => void Object.assign(full, { after, for: writes }),
    look: disk.look,
    glance: disk.glance,
    async place() {
      const { epoch, seq } = await disk.look();
      return `${epoch}.${seq}`;
    },
    close: disk.close,
  };
}

const withSmallPages = (shelf: Shelf): Shelf => ({
  ...shelf,
  pull: (team, seq, limit, swept) => shelf.pull(team, seq, Math.min(limit, PAGE_RECORDS), swept),
  newest: (team, limit) => shelf.newest(team, Math.min(limit, PAGE_RECORDS)),
});
