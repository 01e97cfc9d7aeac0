// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

test('a frame in which nothing is painted any more is held on to no longer', () => {
  const asked = vi.fn(() => registry);
  const css = Object.defineProperty({}, 'highlights', { get: asked });
  const inner = document.implementation.createHTMLDocument('frame');
  inner.body.textContent = 'It is here.';
  Object.defineProperty(inner, 'defaultView', { value: { Highlight: FakeHighlight, CSS: css } });
  paintAll([paintedIn(inner)]);
  expect(registry.size).toBe(1);
  paintAll([]);
  expect(registry.size).toBe(0);
  asked.mockClear();
  paintAll([]);
  expect(asked).not.toHaveBeenCalled();
});
