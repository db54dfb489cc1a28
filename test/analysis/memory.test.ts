import { describe, expect, test } from 'vitest';
import { isSame, longestChain, Memory, mostRounds } from '../../analysis/memory.ts';

/** A graph of questions: whether a node reaches one that is marked, over edges that are followed in order. */
interface Graph {
  edges: Readonly<Record<string, readonly string[]>>;
  marked: ReadonlySet<string>;
}

function asker({ edges, marked }: Graph) {
  const keys = Object.fromEntries(Object.keys(edges).map((name) => [name, { name }]));
  const asked: string[] = [];
  const unknown: string[] = [];
  const name = (key: object) => (key as { name: string }).name;
  const memory = new Memory((a, b) => (name(a) < name(b) ? -1 : 1), (key) => void unknown.push(name(key)));
  const reaches = (at: string): boolean =>
    memory.remember('reaches', keys[at]!, () => {
      asked.push(at);
      return marked.has(at) || edges[at]!.some((next) => throughPlain(next));
    }, { bottom: false, unknown: false });
  const throughPlain = (at: string): boolean => memory.remember('plain', keys[at]!, () => reaches(at));
  return { reaches, asked, unknown };
}

const ring = { edges: { a: ['b'], b: ['c'], c: ['a', 'd'], d: [], e: ['a', 'f'], f: ['e'] }, marked: new Set(['d']) };

describe('circles', () => {
  test.each(Object.keys(ring.edges))('the answers are the same when %s is asked first', (first) => {
    const { reaches } = asker(ring);
    reaches(first);
    expect(Object.keys(ring.edges).map(reaches)).toEqual([true, true, true, true, true, true]);
  });

  test('a circle from which nothing is reached has the answer it begins with', () => {
    const { reaches, unknown } = asker({ edges: { a: ['b'], b: ['a'] }, marked: new Set() });
    expect([reaches('a'), reaches('b'), unknown]).toEqual([false, false, []]);
  });

  test('what a round found is not asked again', () => {
    const { reaches, asked } = asker(ring);
    reaches('a');
    const before = asked.length;
    for (const name of ['a', 'b', 'c', 'd']) reaches(name);
    expect(asked.length).toBe(before);
  });

  test('without a circle each question is asked once', () => {
    const { reaches, asked } = asker({ edges: { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, marked: new Set() });
    reaches('a');
    expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a circle within a circle is solved with it', () => {
    const edges = { a: ['b'], b: ['c', 'd'], c: ['b'], d: ['e', 'a'], e: ['d', 'f'], f: [] };
    for (const first of Object.keys(edges)) {
      const { reaches } = asker({ edges, marked: new Set(['f']) });
      reaches(first);
      expect(Object.keys(edges).map(reaches), first).toEqual([true, true, true, true, true, true]);
    }
  });
});

describe('plain questions', () => {
  const memory = () => new Memory(() => 0, () => undefined);

  test.each([[undefined], [null], [false], ['fine']])('are asked once where the answer is %j', (answer) => {
    const [once, key] = [memory(), {}];
    let asked = 0;
    const ask = () => once.remember('plain', key, () => (asked++, answer));
    expect([ask(), ask(), asked]).toEqual([answer, answer, 1]);
  });

  test('that ask themselves are asked once more, and answered with nothing there', () => {
    const [once, key] = [memory(), {}];
    let asked = 0;
    const ask = (): number => once.remember('plain', key, () => (asked++, (ask() ?? 0) + 1));
    expect([ask(), ask(), asked]).toEqual([2, 2, 2]);
  });

  test('that fail are asked anew, within themselves too', () => {
    const [once, key] = [memory(), {}];
    let asked = 0;
    const ask = (): string => once.remember('plain', key, () => {
      if (++asked === 1) return ask();
      if (asked === 2) throw new Error('broken');
      return 'fine';
    });
    expect(ask).toThrow('broken');
    expect([ask(), ask(), asked]).toEqual(['fine', 'fine', 3]);
  });
});

describe('answers that never settle', () => {
  const restless = () => {
    const unknown: object[] = [];
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    const memory = new Memory((left) => (left === a ? -1 : 1), (key) => void unknown.push(key));
    let asked = 0;
    const left = (): number => memory.remember('left', a, () => (asked++, right() + 1), { bottom: 0, unknown: -1 });
    const right = (): number => memory.remember('right', b, () => left() + 1, { bottom: 0, unknown: -1 });
    return { left, right, unknown, asked: () => asked };
  };

  test('are unknown after the last round, and counted', () => {
    const { left, right, unknown, asked } = restless();
    expect([left(), right()]).toEqual([-1, -1]);
    expect(unknown).toHaveLength(2);
    expect(asked()).toBeLessThanOrEqual(mostRounds + 1);
  });

  test('whichever is asked first', () => {
    const { left, right } = restless();
    expect([right(), left()]).toEqual([-1, -1]);
  });
});

describe('chains', () => {
  const chain = (length: number): Graph => ({
    edges: Object.fromEntries(Array.from({ length }, (_none, index) => [`n${index}`, index + 1 < length ? [`n${index + 1}`] : []])),
    marked: new Set([`n${length - 1}`]),
  });

  test('as long as the bound are followed', () => {
    const { reaches, unknown } = asker(chain(longestChain));
    expect([reaches('n0'), unknown]).toEqual([true, []]);
  });

  test('beyond the bound are unknown, and counted', () => {
    const { reaches, unknown } = asker(chain(longestChain + 1));
    expect([reaches('n0'), reaches('n1'), unknown]).toEqual([false, true, ['n0']]);
  });

  test('the same questions are unknown whichever is asked first', () => {
    const length = 3 * longestChain;
    const names = Object.keys(chain(length).edges);
    const known = [names, names.toReversed(), names.filter((_name, index) => index % 7 === 0)].map((order) => {
      const { reaches } = asker(chain(length));
      order.forEach(reaches);
      return names.filter(reaches);
    });
    expect(known[0]).toEqual(names.slice(-longestChain));
    expect(known[1]).toEqual(known[0]);
    expect(known[2]).toEqual(known[0]);
  });

  test('a circle counts as many as it has members', () => {
    const { edges } = chain(longestChain + 1);
    const circle = { ...edges, [`n${longestChain}`]: ['n0', 'end'], end: [] };
    for (const first of ['n0', 'n100']) {
      const { reaches, unknown } = asker({ edges: circle, marked: new Set(['end']) });
      expect([reaches(first), reaches('end'), new Set(unknown).size], first).toEqual([false, true, longestChain + 1]);
    }
  });

  test('an error leaves nothing behind', () => {
    const memory = new Memory(() => 0, () => undefined);
    const key = {};
    const ask = (fails: boolean) => memory.remember('risky', key, () => { if (fails) throw new Error('broken'); return 'fine'; }, { bottom: '', unknown: '' });
    expect(() => ask(true)).toThrow('broken');
    expect(ask(false)).toBe('fine');
  });
});

test.each([
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [new Set([1, 2]), new Set([2, 1]), true],
  [new Set([1]), new Set([2]), false],
  [new Date(0), new Date(0), false],
  [undefined, null, false],
])('%j and %j', (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
});
