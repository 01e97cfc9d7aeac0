import { useState } from 'preact/hooks';
import { Announcer } from '../../ui/announcer.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { text } from '../../ui/text.ts';
import { readInviteLink } from '../../wire/invite-link.ts';
import { leaveName } from '../own-name.ts';
import './join.css';

interface JoinPageProps {
  /** Of this page, with the invite in its fragment. */
  address: string;
  /** Where the team gets the extension; '' where nobody said. */
  whereToGet: string;
}

/** What a person finds who opens an invite link: what to do with it, with the extension and without. */
export function JoinPage({ address, whereToGet }: JoinPageProps) {
  const invite = readInviteLink(address);
  if (!invite.ok) return <Missing />;
  document.title = text('siteJoinHeading', new URL(address).host);
  return (
    <>
      <h1>{text('siteJoinHeading', new URL(address).host)}</h1>
      <p>{text('siteJoinWhat')}</p>
      <ol class="ways">
        <li>
          <h2>{text('siteJoinHave')}</h2>
          <p>{text('siteJoinHaveHow')}</p>
        </li>
        <li>
          <h2>{text('siteJoinNew')}</h2>
          <p>{text('siteJoinNewHow')}</p>
          {whereToGet !== '' && (
            <p>
              <a href={whereToGet} rel="noreferrer">
                {text('siteJoinGet')}
              </a>
            </p>
          )}
        </li>
        <ReadHere address={address} />
        <li>
          <h2>{text('siteJoinElse')}</h2>
          <p>{text('siteJoinElseHow')}</p>
          <div class="link">
            <input
              readOnly
              value={address}
              aria-label={text('siteJoinLink')}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton content={() => address} label={text('siteJoinCopy')} />
          </div>
        </li>
      </ol>
      <p class="once">{text('siteJoinOnce')}</p>
      <Announcer />
    </>
  );
}

/** Reading along on the server's own page, for who cannot or would not have the extension. */
function ReadHere({ address }: { address: string }) {
  const [name, setName] = useState('');
  const open = (event: Event) => {
    event.preventDefault();
    leaveName(name.trim());
    location.assign(address.replace('/join#', '/team#'));
  };
  return (
    <li>
      <h2>{text('siteJoinRead')}</h2>
      <p>{text('siteJoinReadHow')}</p>
      <form class="form" onSubmit={open}>
        <TextField label={text('joinName')} value={name} onInput={setName} maxLength={120} />
        <Buttons>
          <Button type="submit" disabled={name.trim() === ''}>
            {text('siteJoinReadOpen')}
          </Button>
        </Buttons>
      </form>
    </li>
  );
}

function Missing() {
  document.title = text('siteJoinMissing');
  return (
    <>
      <h1>{text('siteJoinMissing')}</h1>
      <Notice tone="care">
        <p>{text('siteJoinMissingHow')}</p>
      </Notice>
    </>
  );
}
