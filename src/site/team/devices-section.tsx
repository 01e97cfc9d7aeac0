import { useState } from 'preact/hooks';
import { Button, Buttons } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { type Devices, devicesSchema, invitedSchema, leftSchema } from '../../wire/people.ts';
import type { Me } from '../../wire/sync.ts';
import type { Api } from './api.ts';
import { MadeLink, Section } from './section.tsx';
import { useAsked } from './use-asked.ts';

/** One's devices: which there are, ending the access of one, adding another. */
export function DevicesSection({ me, api }: { me: Me; api: Api }) {
  const { value, failure, act } = useAsked(() => api.get('devices', devicesSchema));
  const [link, setLink] = useState('');
  const end = (device: string) => act(() => api.post('devices/end', { device }, leftSchema));
  const add = async () => {
    const body = { role: 'member', uses: 1, member: me.member.id };
    const made = await act(() => api.post('invites', body, invitedSchema));
    setLink(made?.link ?? '');
  };
  return (
    <Section id="devices" heading={text('teamPageDevices')} failure={failure}>
      <ul class="rows">
        {value?.devices.map((device) => (
          <DeviceRow key={device.id} device={device} onEnd={() => void end(device.id)} />
        ))}
      </ul>
      <MadeLink link={link} />
      <Buttons>
        <Button icon="add" onClick={() => void add()}>
          {text('teamPageAddDevice')}
        </Button>
      </Buttons>
    </Section>
  );
}

const DeviceRow = ({ device, onEnd }: { device: Devices['devices'][number]; onEnd: () => void }) => (
  <li>
    <span>
      <b dir="auto">{device.name}</b>{' '}
      <small>
        {device.isThis ? (
          text('teamPageThis')
        ) : (
          <>
            {text('teamPageSeen')} <TimeAgo time={device.seen} />
          </>
        )}
      </small>
    </span>
    {!device.isThis && (
      <Button onClick={onEnd} label={`${text('teamPageEnd')}: ${device.name}`}>
        {text('teamPageEnd')}
      </Button>
    )}
  </li>
);
