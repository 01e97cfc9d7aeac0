import { useEffect, useState } from 'preact/hooks';
import { shortcuts } from '../../browser/shortcuts.ts';

/** The key that a command is bound to now; '' for none, and until the browser has said it. */
export function useShortcut(name: string): string {
  const [key, setKey] = useState('');
  useEffect(() => {
    void shortcuts().then((all) => setKey(all.find((shortcut) => shortcut.name === name)?.key ?? ''));
  }, [name]);
  return key;
}
