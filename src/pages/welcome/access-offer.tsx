import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../browser/ask.ts';
import { hasHosts, onHosts, requestHosts } from '../../browser/hosts.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { text } from '../../ui/text.ts';

/** Asks for access to all sites, with its reason. "Later" is as good an answer. */
export function AccessOffer() {
  const [isGiven, setGiven] = useState(false);
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const look = () => void hasHosts().then(setGiven);
    look();
    return onHosts(look);
  }, []);
  const allow = async (asked: Promise<boolean>) => {
    if (await asked) await ask('refresh', {});
  };
  return (
    <section class="access" aria-labelledby="access-heading">
      <h2 id="access-heading">{text('welcomeAccess')}</h2>
      <p>{text('welcomeAccessWhy')}</p>
      {isGiven ? (
        <Notice tone="good">
          <p>{text('welcomeAccessGiven')}</p>
        </Notice>
      ) : (
        <Buttons>
          <Button onClick={() => void allow(requestHosts())}>{text('accessAll')}</Button>
          {!isLater && (
            <Button look="quiet" onClick={() => setLater(true)}>
              {text('welcomeLater')}
            </Button>
          )}
        </Buttons>
      )}
      {isLater && !isGiven && <p role="status">{text('welcomeAccessLater')}</p>}
    </section>
  );
}
