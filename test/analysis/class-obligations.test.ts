import { describe, expect, test } from 'vitest';
import { storiesOf } from './harness.ts';

/** What the last class of a piece of code owes, in short: `this.timer: released`. */
function owedBy(code: string): string[] {
  const owner = storiesOf(code).classes.at(-1)!;
  return owner.obligations.map(({ name, kind, grade, released, endedElsewhere }) => `${name} (${kind}, ${grade}): ${released ? 'released' : endedElsewhere ? 'ended elsewhere' : 'owed'}`);
}

test('every kind of obligation of one class, in the order of the text', () => {
  expect(
    owedBy(`
      import { EventEmitter } from 'node:events';
      export class Worker {
        private beat?: NodeJS.Timeout;
        constructor(bus: EventEmitter) {
          bus.on('job', () => this.work());
        }
        start(): void {
          this.beat = setInterval(() => this.work(), 1000);
          setInterval(() => this.work(), 9000);
          void this.loop();
        }
        stop(): void {
          clearInterval(this.beat);
        }
        private work(): void {}
        private async loop(): Promise<void> {
          for (;;) await fetch('https://jobs.example');
        }
      }`),
  ).toEqual(['this.beat (field, certain): released', 'setInterval() (discarded, certain): owed', "bus.on('job') (listener, certain): owed", 'this.loop() (background task, certain): owed']);
});

describe('a field is followed', () => {
  const owner = (teardown: string) => owedBy(`
    declare function each<T>(items: Iterable<T>, use: (item: T) => void): void;
    export class Owner {
      readonly #timers = new Map<string, NodeJS.Timeout>();
      get timers() { return this.#timers; }
      arm(name: string): void {
        this.#timers.set(name, setInterval(() => console.log(name), 1000));
      }
      stop(): void {
        ${teardown}
      }
    }`);

  test.each([
    'for (const [, timer] of this.#timers) clearInterval(timer);',
    'for (const name of this.#timers.keys()) clearInterval(this.#timers.get(name));',
    '[...this.#timers.values()].reverse().forEach((timer) => clearInterval(timer));',
    'Array.from(this.#timers.values()).map(clearInterval);',
    'each(this.#timers.values(), (timer) => clearInterval(timer));',
    'let timers; timers = this.timers; for (const [, timer] of timers) clearInterval(timer);',
    'for (const timer of [...this.timers.values()]) timer.close();',
  ])('through %s', (teardown) => {
    expect(owner(teardown)).toEqual(['this.#timers (field, certain): released']);
  });

  test.each([
    'this.#timers.clear();',
    'for (const [name] of this.#timers) this.#timers.delete(name);',
    'console.log(this.#timers.size);',
    'each(this.#timers.keys(), (name) => console.log(name));',
  ])('and %s releases nothing', (teardown) => {
    expect(owner(teardown)).toEqual(['this.#timers (field, certain): owed']);
  });
});

test('recursion between helpers of a teardown ends', () => {
  expect(
    owedBy(`
      export class Loop {
        #timer = setInterval(() => console.log('loop'), 1000);
        stop(): void { this.#a(); }
        #a(): void { this.#b(); }
        #b(): void { this.#a(); clearInterval(this.#timer); }
      }`),
  ).toEqual(['this.#timer (field, certain): released']);
});

test('an end outside the teardown is told apart from one that somebody registered', () => {
  const owner = (method: string) => owedBy(`
    export class Owner {
      readonly ends: (() => void)[] = [];
      private timer = setInterval(() => console.log('tick'), 1000);
      ${method}
      stop(): void {}
    }`);
  expect(owner('pause(): void { clearInterval(this.timer); }')).toEqual(['this.timer (field, likely): ended elsewhere']);
  expect(owner('arm(): void { this.ends.push(() => clearInterval(this.timer)); }')).toEqual(['this.timer (field, likely): released']);
  expect(owner('arm(): void { setTimeout(() => clearInterval(this.timer), 1000); }')).toEqual(['this.timer (field, likely): ended elsewhere']);
});

test('a teardown without a body is taken for one that releases everything', () => {
  expect(
    owedBy(`
      export abstract class Base {
        protected timer = setInterval(() => console.log('tick'), 1000);
        abstract stop(): void;
      }`),
  ).toEqual(['this.timer (field, certain): released']);
});

test('a class with a teardown of its own may last as long as the process', () => {
  const lasting = (code: string) => storiesOf(code).classes[0]!.processLifetime;
  expect(lasting('class Reporter {} export const reporter = new Reporter();')).toBe(true);
  expect(lasting('class Reporter {} export const reporter = () => new Reporter();')).toBe(false);
  expect(lasting('export class Reporter {}')).toBe(false);
});
