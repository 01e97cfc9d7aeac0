import { useEffect, useState } from 'preact/hooks';
import { grantedHosts, hasHosts, onHosts } from '../../browser/hosts.ts';

/** Where we may look by ourselves. */
export type Hosts = { all: true } | { all: false; origins: string[] };

/** Match patterns of single sites as the origins they stand for; others (wildcards) are given back only all together. */
export const originsIn = (patterns: string[]): string[] =>
  patterns
    .filter((pattern) => /^(https?:\/\/[^*/]+|file:\/\/)\/\*$/.test(pattern))
    .map((pattern) => pattern.slice(0, -'/*'.length))
    .sort();

/** Host access as it is now, and as it becomes. Null until it is known. */
export function useHosts(): Hosts | null {
  const [hosts, setHosts] = useState<Hosts | null>(null);
  useEffect(() => {
    const look = async () => {
      const [all, patterns] = await Promise.all([hasHosts(), grantedHosts()]);
      setHosts(all ? { all } : { all, origins: originsIn(patterns) });
    };
    void look();
    return onHosts(() => void look());
  }, []);
  return hosts;
}
