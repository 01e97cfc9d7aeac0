import { useState } from 'preact/hooks';
import { Button, Buttons } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { invitedSchema, leftSchema, type Members, membersSchema } from '../../wire/people.ts';
import type { Me } from '../../wire/sync.ts';
import type { Api } from './api.ts';
import { RoleSelect } from './role-select.tsx';
import { MadeLink, Section } from './section.tsx';
import { useAsked } from './use-asked.ts';

type Member = Members['members'][number];

/** For those in charge: everyone in the team, their roles, inviting, removing, helping who lost a device. */
export function MembersSection({ me, api }: { me: Me; api: Api }) {
  const { value, failure, act } = useAsked(() => api.get('members', membersSchema));
  const [link, setLink] = useState('');
  const [role, setRole] = useState('member');
  const invite = async (body: object) => {
    const made = await act(() => api.post('invites', { uses: 1, ...body }, invitedSchema));
    setLink(made?.link ?? '');
  };
  const isOwner = me.member.role === 'owner';
  const isBelow = (one: Member) => one.role !== 'owner' && (isOwner || one.role !== 'admin');
  const change = (member: string, to: string) =>
    void act(() => api.post('members/role', { member, role: to }, leftSchema));
  return (
    <Section id="members" heading={text('teamPageMembers')} failure={failure}>
      <ul class="rows">
        {value?.members.map((one) => (
          <li key={one.id}>
            <b dir="auto">{one.name}</b>
            <Buttons>
              <RoleSelect
                label={text('teamPageRoleOf', one.name)}
                role={one.role}
                mayAdmin={isOwner}
                onChange={isBelow(one) ? (to) => change(one.id, to) : undefined}
              />
              {isBelow(one) && (
                <>
                  <Button onClick={() => void invite({ role: 'member', member: one.id })}>
                    {text('teamPageRelink', one.name)}
                  </Button>
                  <RemoveButton
                    name={one.name}
                    onRemove={() => void act(() => api.post('members/remove', { member: one.id }, leftSchema))}
                  />
                </>
              )}
            </Buttons>
          </li>
        ))}
      </ul>
      <MadeLink link={link} />
      <Buttons>
        <RoleSelect label={text('teamPageInviteRole')} role={role} mayAdmin={isOwner} onChange={setRole} />
        <Button look="primary" icon="team" onClick={() => void invite({ role })}>
          {text('teamPageInvite')}
        </Button>
      </Buttons>
    </Section>
  );
}

/** Asks once more before someone is put out: this cannot be undone by a click. */
function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Button look={isAsked ? 'danger' : 'quiet'} onClick={() => (isAsked ? onRemove() : setAsked(true))}>
      {text(isAsked ? 'teamPageRemoveSure' : 'teamPageRemove', name)}
    </Button>
  );
}
