import type { Store } from '../../store/db.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { text } from '../../ui/text.ts';
import { AccessOffer } from './access-offer.tsx';
import { Keyed } from './keyed.tsx';
import { TryIt } from './try/try-it.tsx';
import { useKey } from './use-key.ts';
import './welcome.css';

/** What it is in three sentences, the first lesson, and the one question that the browser has to be asked. */
export function Welcome({ store }: { store: Store }) {
  const key = useKey('keep');
  return (
    <main class="welcome">
      <header>
        <img src="icons/icon-128.png" width="48" height="48" alt="" />
        <h1>{text('welcomeHeading')}</h1>
      </header>
      <ol class="sentences">
        <li>
          <p>{key ? <Keyed message="welcomeOne" shortcut={key} /> : text('welcomeOneMenu')}</p>
        </li>
        <li>
          <p>{text('welcomeTwo')}</p>
        </li>
        <li>
          <p>{text('welcomeThree')}</p>
        </li>
      </ol>
      <TryIt store={store} shortcut={key} />
      <AccessOffer />
      <p class="end">{text('welcomeEnd')}</p>
      <Announcer />
    </main>
  );
}
