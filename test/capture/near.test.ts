// @vitest-environment happy-dom
import './static-range.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { createNear } from '../../src/capture/near.ts';
import type { Painted } from '../../src/capture/tones.ts';

/** What is observed, and a way to say what the browser would: the one of this imitation never says anything. */
const observed = new Set<Element>();
let hear: (entries: object[]) => void;

class FakeObserver {
  constructor(listener: (entries: object[]) => void) {
    hear = listener;
  }
  observe = (element: Element) => void observed.add(element);
  unobserve = (element: Element) => void observed.delete(element);
  disconnect = () => observed.clear();
}

const comes = (element: Element | undefined, isIntersecting: boolean, size = 10) =>
  hear([{ target: element, isIntersecting, boundingClientRect: { width: size, height: size } }]);

beforeEach(() => {
  observed.clear();
  vi.stubGlobal('IntersectionObserver', FakeObserver);
});

const paragraphs = (): Element[] => [...document.querySelectorAll('p')];

function createPassages(count: number, text = 'Whoever closes a valve writes down the time.'): Painted[] {
  document.body.innerHTML = `<p>${text}</p>`.repeat(count);
  return paragraphs().map((paragraph, i) => {
    const node = paragraph.firstChild as Text;
    const ends = { startContainer: node, startOffset: 0, endContainer: node, endOffset: 7 };
    return { team: '', id: String(i), tone: 'own', range: new StaticRange(ends) };
  });
}

test('a few passages are all painted, and nothing is watched for them', () => {
  const painted = createPassages(5);
  expect(createNear(() => {}).of(painted)).toEqual(painted);
  expect(observed.size).toBe(0);
});

test('of many all are painted until the browser has said where they stand, then those that stand near', () => {
  const changed = vi.fn();
  const painted = createPassages(40);
  const near = createNear(changed);
  expect(near.of(painted)).toEqual(painted);
  const [first, second, third] = paragraphs();
  comes(first, false);
  comes(second, true);
  comes(third, false, 0);
  expect(changed).toHaveBeenCalledTimes(3);
  expect(near.of(painted).map(({ id }) => id)).toEqual(painted.slice(1).map(({ id }) => id));
  comes(first, true);
  expect(near.of(painted)).toHaveLength(40);
});

test('a passage stays painted while either of its ends is near, and a very long one always', () => {
  const painted = createPassages(40, 'word '.repeat(1_000));
  const [first, second] = paragraphs();
  const across = (endOffset: number): StaticRange =>
    new StaticRange({
      startContainer: first?.firstChild as Text,
      startOffset: 4_990,
      endContainer: second?.firstChild as Text,
      endOffset,
    });
  const near = createNear(() => {});
  const all = (endOffset: number): Painted[] => [
    { team: '', id: 'across', tone: 'own', range: across(endOffset) },
    ...painted,
  ];
  near.of(all(10));
  comes(first, false);
  expect(near.of(all(10)).map(({ id }) => id)).toContain('across');
  comes(second, false);
  expect(near.of(all(10)).map(({ id }) => id)).not.toContain('across');
  expect(near.of(all(4_000)).map(({ id }) => id)).toContain('across');
});

test('what is painted no more is watched no more', () => {
  const painted = createPassages(40);
  const near = createNear(() => {});
  near.of(painted);
  expect(observed.size).toBe(40);
  near.of(painted.slice(0, 20));
  expect(observed.size).toBe(20);
  near.stop();
  expect(observed.size).toBe(0);
});
