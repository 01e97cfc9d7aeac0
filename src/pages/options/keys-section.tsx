import { useEffect, useState } from 'preact/hooks';
import { openShortcutSettings, type Shortcut, shortcuts } from '../../browser/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { Section } from './section.tsx';

/** The command that every browser gives for the button in the toolbar; it has no words of its own. */
const OPEN = '_execute_action';

/** Keys as they are bound now. They are changed on a page of the browser, and looked at again on the way back. */
export function KeysSection() {
  const [keys, setKeys] = useState<Shortcut[]>([]);
  useEffect(() => {
    const look = () => void shortcuts().then(setKeys);
    look();
    globalThis.addEventListener('focus', look);
    return () => globalThis.removeEventListener('focus', look);
  }, []);
  return (
    <Section id="keys" intro={text('optionsKeysIntro')}>
      <dl class="rows">
        {keys.map(({ name, description, key }) => (
          <div class="row" key={name}>
            <dt>{name === OPEN ? text('optionsKeyPopup') : description || name}</dt>
            <dd>{key ? <kbd>{key}</kbd> : <span class="soft">{text('optionsKeyNone')}</span>}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button onClick={() => void openShortcutSettings()}>{text('optionsKeysChange')}</Button>
      </div>
    </Section>
  );
}
