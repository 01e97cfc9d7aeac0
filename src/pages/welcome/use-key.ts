import { useEffect, useState } from 'preact/hooks';
import { shortcuts } from '../../browser/shortcuts.ts';

/** The key that a command is bound to now, looked at again when the person comes back; '' for none. */
export function useKey(command: string): string {
  const [key, setKey] = useState('');
  useEffect(() => {
    const look = async () => {
      const all = await shortcuts();
      setKey(all.find(({ name }) => name === command)?.key ?? '');
    };
    const hear = () => void look();
    hear();
    globalThis.addEventListener('focus', hear);
    return () => globalThis.removeEventListener('focus', hear);
  }, [command]);
  return key;
}
