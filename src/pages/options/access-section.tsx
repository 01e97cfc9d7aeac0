import { ask } from '../../browser/ask.ts';
import { dropHosts, requestHosts } from '../../browser/hosts.ts';
import { Button } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { Section } from './section.tsx';
import { type Hosts, useHosts } from './use-hosts.ts';

/** The browser asks in the click's own turn; afterwards pages in view follow. */
const after = async (asked: Promise<boolean>): Promise<void> => {
  if (await asked) await ask('refresh', {});
};

/** Where we may look: what it is for, what was given, and how to take it back. */
export function AccessSection() {
  const hosts = useHosts();
  return (
    <Section id="access" intro={text('optionsAccessIntro')}>
      {hosts && <Given hosts={hosts} />}
    </Section>
  );
}

function Given({ hosts }: { hosts: Hosts }) {
  if (hosts.all) {
    return (
      <div class="row boxed">
        <p>{text('optionsAccessAll')}</p>
        <Button onClick={() => void after(dropHosts())}>{text('optionsAccessRevokeAll')}</Button>
      </div>
    );
  }
  return (
    <>
      <div class="row boxed">
        <p>{text(hosts.origins.length > 0 ? 'optionsAccessSome' : 'optionsAccessNone')}</p>
        <Button onClick={() => void after(requestHosts())}>{text('accessAll')}</Button>
      </div>
      <ul class="rows">
        {hosts.origins.map((origin) => (
          <li class="row" key={origin}>
            <bdi>{origin}</bdi>
            <Button
              look="quiet"
              label={text('optionsAccessRevokeSite', origin)}
              onClick={() => void after(dropHosts(origin))}
            >
              {text('optionsAccessRevoke')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
