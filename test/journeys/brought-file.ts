import { writeExport } from '../../src/exchange/complete-json.ts';

/** An export with so many lessons. */
export const fileOf = (count: number): string => {
  const records = Array.from({ length: count }, (_, n) => ({
    id: `import${String(n).padStart(16, '0')}`,
    kind: 'lesson',
    author: 'somebody',
    schema: 1,
    version: { n: 1, time: 1_000 + n, device: 'elsewhere', hash: 'h' },
    team: '',
    body: { created: 1_000 + n, title: 'Brought along', note: `number${n} ${n % 2 ? 'odd' : 'even'}`, lang: 'en' },
  }));
  return writeExport({ records, teams: [] }, 1_000);
};

/** Gives a file to the page as choosing one does. */
export function handOver(text: string): boolean {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) return false;
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], 'export.json', { type: 'application/json' }));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
