/** What the sync protocol says of people, their devices and invites; the calls stand in src/wire/sync.ts. */
import * as z from 'zod/mini';
import { meSchema, roleSchema } from './sync.ts';

/** Of a device or member. Not every database can be asked for a text with NUL. */
const id = z.string().check(
  z.minLength(1),
  z.maxLength(64),
  z.refine((text) => !text.includes('\0')),
);

export const inviteSchema = z.object({
  role: z.enum(['admin', 'member', 'reader']),
  /** How many may join with it. */
  uses: z.int().check(z.positive(), z.maximum(1000)),
  /**
   * For one more device of this member, in the role they have: one's own id ("add my other device"), or for owners and
   * admins anyone's, who has lost theirs. Its `uses` is 1.
   */
  member: z.optional(id),
});
export type Invite = z.infer<typeof inviteSchema>;

/** `link` is the join page of the server with the invite in its fragment, which no server log ever sees. */
export const invitedSchema = z.object({ link: z.string(), expires: z.number() });
export type Invited = z.infer<typeof invitedSchema>;

export const devicesSchema = z.object({
  devices: z.array(
    z.object({ id: z.string(), name: z.string(), created: z.number(), seen: z.number(), isThis: z.boolean() }),
  ),
});
export type Devices = z.infer<typeof devicesSchema>;

export const endDeviceSchema = z.object({ device: id });

export const membersSchema = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: roleSchema,
      joined: z.number(),
      devices: z.number(),
    }),
  ),
});
export type Members = z.infer<typeof membersSchema>;

export const setRoleSchema = z.object({ member: id, role: z.enum(['admin', 'member', 'reader']) });

export const removeMemberSchema = z.object({ member: id });

export const auditSchema = z.object({
  entries: z.array(z.object({ at: z.number(), member: z.string(), what: z.string(), subject: z.string() })),
});
export type Audit = z.infer<typeof auditSchema>;

export const exportedSchema = z.extend(meSchema, { records: z.array(z.unknown()) });

/** The member's own name, so that nobody erases by a slip. */
export const eraseSchema = z.object({ name: z.string() });

export const leaveSchema = z.object({ records: z.enum(['leave', 'take-back']) });
export type Leave = z.infer<typeof leaveSchema>;

export const leftSchema = z.object({});
export type Left = z.infer<typeof leftSchema>;
