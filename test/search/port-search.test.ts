import { expect, it } from 'vitest';
import { create } from '../../src/search/ports/port-search.ts';

function opened() {
  const port = create();
  port.addAll([
    {
      id: 'rows',
      title: 'Missing tables after a restore',
      text: 'The relation orders does not exist until it is migrated.',
    },
    { id: 'find', title: 'Clean up logs', text: 'Run find . -name "*.log" -mtime 7 and delete what it gives.' },
    { id: 'heap', title: 'Memory of the build', text: 'Give the compiler more heap with -Xmx4g.' },
    { id: 'tea', title: 'Green tea', text: 'Seventy degrees.' },
  ]);
  return port;
}

it('a pasted question is answered though nothing has what it quotes', async () => {
  const asked = 'Why does the restore say relation "public.orders" does not exist?';
  expect(await opened().search(asked, { limit: 10 })).toContain('rows');
  const other = 'An article on heap memory is A. Author, "Outer products of the build", vol. 82';
  expect((await opened().search(other, { limit: 10 }))[0]).toBe('heap');
});

it('a pasted command finds what says it, minus and all', async () => {
  expect((await opened().search('find . -name x', { limit: 10 }))[0]).toBe('find');
  expect(await opened().search('-Xmx4g compiler', { limit: 10 })).toEqual(['heap']);
});

it('what is left out stays out', async () => {
  expect(await opened().search('green -degrees', { limit: 10 })).not.toContain('rows');
  expect(await opened().search('memory -tables', { limit: 10 })).toEqual(['heap']);
});
