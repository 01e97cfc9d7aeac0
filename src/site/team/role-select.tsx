import type { MessageKey } from '../../ui/text.ts';
import { text } from '../../ui/text.ts';
import type { Role } from '../../wire/sync.ts';

/** What each role is called. */
export const roleNames: Record<Role, MessageKey> = {
  owner: 'optionsRole_owner',
  admin: 'optionsRole_admin',
  member: 'optionsRole_member',
  reader: 'optionsRole_reader',
};

interface RoleSelectProps {
  label: string;
  role: string;
  /** Whether the person may make admins. */
  mayAdmin: boolean;
  /** Absent: it is only shown. */
  onChange?: ((role: string) => void) | undefined;
}

/** A member's role, to be changed where that is allowed. */
export function RoleSelect({ label, role, mayAdmin, onChange }: RoleSelectProps) {
  if (!onChange) return <span class="soft">{text(roleNames[role as Role])}</span>;
  const choices: Role[] = mayAdmin || role === 'admin' ? ['admin', 'member', 'reader'] : ['member', 'reader'];
  return (
    <select aria-label={label} value={role} onChange={(event) => onChange(event.currentTarget.value)}>
      {choices.map((one) => (
        <option key={one} value={one}>
          {text(roleNames[one])}
        </option>
      ))}
    </select>
  );
}
