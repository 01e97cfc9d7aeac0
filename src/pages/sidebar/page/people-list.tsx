import { useId, useState } from 'preact/hooks';
import { live } from '../../../store/live.ts';
import { readMany } from '../../../store/read.ts';
import { Icon } from '../../../ui/icon.tsx';
import { text } from '../../../ui/text.ts';
import { useLive } from '../../../ui/use-live.ts';
import type { PersonRef } from '../../../wire/fits.ts';
import { useDesk, useStore } from '../desk.ts';
import './people-list.css';
import { Rows } from './row-list.tsx';

/** Colleagues who shared what fits the page in view. Nothing is known of anyone but what they shared. */
export function PeopleList({ people }: { people: PersonRef[] }) {
  const id = useId();
  if (people.length === 0) return null;
  return (
    <section class="list" aria-labelledby={id}>
      <h2 id={id}>{text('listPeople')}</h2>
      <ul class="people">
        {people.map((person) => (
          <PersonItem key={`${person.team} ${person.author}`} person={person} />
        ))}
      </ul>
    </section>
  );
}

/** One of them; behind it what they shared about this. */
function PersonItem({ person }: { person: PersonRef }) {
  const { nameOf, team, teams } = useDesk();
  const { relaxed } = useStore();
  const [isOpen, setOpen] = useState(false);
  const records = useLive(() => live(() => readMany(relaxed, person.from)), [person]) ?? [];
  const words = person.because.slice(0, 3).join(', ');
  return (
    <li>
      <button type="button" class="person" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="team" />
        <span>
          <bdi class="card-author">{nameOf(person.author)}</bdi>
          {teams.length > 1 && <bdi>{team(person.team)}</bdi>}
          {words && <span>{text('personAbout', words)}</span>}
        </span>
      </button>
      {isOpen && <Rows rows={records.map((record) => ({ record }))} />}
    </li>
  );
}
