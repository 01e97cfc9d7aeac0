import { useState } from 'preact/hooks';
import type { Failure } from '../../kit/result.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { text } from '../../ui/text.ts';
import { exportedSchema, leftSchema } from '../../wire/people.ts';
import type { Me } from '../../wire/sync.ts';
import type { Api } from './api.ts';
import { Section } from './section.tsx';

/** What the server has of oneself: to take along, and to have erased by writing one's name. */
export function OwnDataSection({ me, api, onErased }: { me: Me; api: Api; onErased: () => void }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isErasing, setErasing] = useState(false);
  const [typed, setTyped] = useState('');
  const save = async () => {
    const own = await api.get('export', exportedSchema);
    if (own.ok) download(`sidelight-${me.team.id}.json`, JSON.stringify(own.value, null, 2));
    setFailure(own.ok ? null : own.failure);
  };
  const erase = async (event: Event) => {
    event.preventDefault();
    const erased = await api.post('erase', { name: typed.trim() }, leftSchema);
    if (erased.ok) onErased();
    else setFailure(erased.failure);
  };
  return (
    <Section id="own" heading={text('teamPageData')} failure={failure}>
      <Buttons>
        <Button onClick={() => void save()}>{text('teamPageExport')}</Button>
        {!isErasing && (
          <Button look="quiet" onClick={() => setErasing(true)}>
            {text('teamPageErase')}
          </Button>
        )}
      </Buttons>
      {isErasing && (
        <form class="form" onSubmit={(event) => void erase(event)}>
          <p>{text('teamPageEraseText', me.member.name)}</p>
          <TextField label={text('teamPageName')} value={typed} onInput={setTyped} />
          <Buttons>
            <Button type="submit" look="danger" disabled={typed.trim() !== me.member.name}>
              {text('teamPageErase')}
            </Button>
            <Button onClick={() => setErasing(false)}>{text('uiCancel')}</Button>
          </Buttons>
        </form>
      )}
    </Section>
  );
}

function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
