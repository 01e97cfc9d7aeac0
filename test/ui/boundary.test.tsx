// @vitest-environment happy-dom

import { readdirSync, readFileSync } from 'node:fs';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Boundary } from '../../src/ui/boundary.tsx';
import { button, click, draw } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

const reported: unknown[] = [];
beforeEach(() => {
  provideEnglish();
  reported.length = 0;
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});
afterEach(() => vi.unstubAllGlobals());

const lost = new Error('The database is gone.');

function Fragile() {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) throw lost;
  return <button type="button" onClick={() => setBroken(true)} aria-label="Go" />;
}

test('a page that fails while it is drawn says what to do, and what was thrown is not swallowed', async () => {
  const { root } = draw(
    <Boundary>
      <h1>Lessons</h1>
      <Fragile />
    </Boundary>,
  );
  expect(root.querySelector('h1')).not.toBeNull();
  await click(button(root, 'Go'));
  expect(root.querySelector('h1')).toBeNull();
  expect(root.querySelector('[role=alert]')?.textContent).toContain('Nothing you kept is lost');
  expect(reported).toEqual([lost]);
});

test('a page that fails from the start does so too, and is loaded again by its button', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const Lost = () => {
    throw lost;
  };
  const { root } = draw(
    <Boundary>
      <Lost />
    </Boundary>,
  );
  await click(button(root, 'Load again'));
  expect(reload).toHaveBeenCalledOnce();
  reload.mockRestore();
});

test.each(readdirSync('src/pages'))('the page %s is drawn within it', (page) => {
  expect(readFileSync(`src/pages/${page}/main.tsx`, 'utf8')).toContain('drawPage(');
});
