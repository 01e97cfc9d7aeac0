// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HIGHLIGHTS } from '../../src/browser/highlights.ts';
import { type Painted, paintAll } from '../../src/capture/tones.ts';

/** The registry that this imitation of a browser lacks. */
const registry = new Map<string, Set<AbstractRange>>();

class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
  constructor(...ranges: AbstractRange[]) {
    super(ranges);
  }
}

beforeEach(() => {
  Object.assign(window, { Highlight: FakeHighlight });
  Object.defineProperty(window, 'CSS', {
    value: {
      get highlights() {
        return registry;
      },
    },
    configurable: true,
  });
  document.body.innerHTML = '<p>The moon pulls the sea.</p>';
});

afterEach(() => paintAll([]));

function paintedIn(holder: Document, tone: Painted['tone'] = 'own'): Painted {
  const range = holder.createRange();
  range.selectNodeContents(holder.body);
  return { team: '', id: tone, tone, range };
}

test('each tone has a name of its own, and goes when nothing of it is left', () => {
  const own = paintedIn(document);
  paintAll([own, paintedIn(document, 'question')]);
  expect([...registry.keys()].sort()).toEqual([HIGHLIGHTS.own, HIGHLIGHTS.question].sort());
  paintAll([own]);
  expect([...registry.keys()]).toEqual([HIGHLIGHTS.own]);
});

test('a passage in a frame that is gone is painted nowhere, least of all in the page', () => {
  const gone = document.implementation.createHTMLDocument('gone');
  gone.body.textContent = 'It was here.';
  expect(gone.defaultView).toBeNull();
  paintAll([paintedIn(gone)]);
  expect(registry.size).toBe(0);
});

test('a picture is no text: it is not among the passages', () => {
  paintAll([{ ...paintedIn(document), element: document.body }]);
  expect(registry.size).toBe(0);
});

test('what another layer of ours has registered under the same name is left alone', () => {
  paintAll([paintedIn(document)]);
  const others = new FakeHighlight();
  registry.set(HIGHLIGHTS.own, others);
  paintAll([]);
  expect(registry.get(HIGHLIGHTS.own)).toBe(others);
  registry.clear();
});
