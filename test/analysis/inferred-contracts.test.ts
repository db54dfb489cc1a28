import { describe, expect, test } from 'vitest';
import { contractOfType } from '../../analysis/contracts/of-type.ts';
import { implementersOf, subclassesOf } from '../../analysis/ownership/subclasses.ts';
import type ts from 'typescript';
import { nodeOf, storiesOf } from './harness.ts';

/** The starts and releases of the type that the name `subject` has in a piece of code: `start+ → stop+`, with a `+` for what can be awaited. */
function verbsOf(code: string, files: Readonly<Record<string, string>> = {}): string | undefined {
  const { view, sourceFile } = storiesOf(code, { files });
  const contract = contractOfType(view, view.types.typeOf(nodeOf(sourceFile, 'subject')))?.contract;
  if (!contract) return undefined;
  const starts = (contract.start ?? []).map(({ method, completion }) => method + (completion === 'promise' ? '+' : ''));
  const stops = contract.release.map((release) => ('method' in release ? release.method : '?') + (release.completion === 'promise' ? '+' : ''));
  return `${starts.join(' ')} → ${stops.join(' ')}`;
}

const subject = (members: string) => `class Subject { ${members} }\ndeclare const subject: Subject;`;

describe('classes', () => {
  test.each([
    ['a pair, one of them asynchronous', 'start(): void {} async stop() {}', 'start → stop+'],
    ['a pair that touches a resource', 'timer?: NodeJS.Timeout; start() { this.timer = setInterval(() => {}, 1); } stop() { clearInterval(this.timer); }', 'start → stop'],
    ['a pair that does neither', 'start(): void {} stop(): void {}', undefined],
    ['a private stop', 'async start() {} private async stop() {}', undefined],
    ['a protected teardown of what it owns', 'timer = setInterval(() => {}, 1); protected dispose() { clearInterval(this.timer); }', undefined],
    ['a teardown of what it owns', 'timer = setInterval(() => {}, 1); dispose() { clearInterval(this.timer); }', ' → dispose'],
    ['a teardown that owns nothing', 'dispose(): void {}', undefined],
  ])('%s', (_, members, expected) => {
    expect(verbsOf(subject(members))).toBe(expected);
  });
});

describe('interfaces', () => {
  const queue = 'export interface MessageQueue { push(message: string): void; stop?(): Promise<void>; }\nexport declare const subject: MessageQueue;';
  const redis = `import { Redis } from 'ioredis';\nimport type { MessageQueue } from './file.ts';\nexport class RedisQueue implements MessageQueue {
    #redis = new Redis();
    push(message: string): void {}
    async stop(): Promise<void> { await this.#redis.quit(); }
  }`;

  test('a start verb and a stop verb', () => {
    expect(verbsOf('interface Service { start(): Promise<void>; stop(): Promise<void>; }\ndeclare const subject: Service;')).toBe('start+ → stop+');
  });

  test('a stop verb alone is none as long as nobody implements it', () => {
    expect(verbsOf(queue)).toBeUndefined();
  });

  test('a class of the program that implements it releases through it', () => {
    expect(verbsOf(queue, { 'redis.ts': redis })).toBe(' → stop+');
  });

  test('so does one that implements an interface which extends it', () => {
    const files = {
      'redis.ts': redis.replaceAll('MessageQueue', 'Durable').replace('./file.ts', './durable.ts'),
      'durable.ts': `import type { MessageQueue } from './file.ts';\nexport interface Durable extends MessageQueue { flush?(): void; }`,
    };
    expect(verbsOf(queue, files)).toBe(' → stop+');
  });

  test('a class that implements it and owns nothing makes it no resource', () => {
    expect(verbsOf(queue, { 'local.ts': `import type { MessageQueue } from './file.ts';\nexport class LocalQueue implements MessageQueue { push(): void {} async stop() {} }` })).toBeUndefined();
  });

  test('a class that looks like it and does not implement it neither', () => {
    expect(verbsOf(queue, { 'redis.ts': redis.replace('implements MessageQueue ', '') })).toBeUndefined();
  });
});

describe('heirs', () => {
  const names = (found: readonly ts.ClassLikeDeclaration[]) => found.map(({ name }) => name?.text).sort();

  test('are found through aliases, generics and files', () => {
    const { view, sourceFile } = storiesOf('export class Root<T> { value?: T; }', {
      files: {
        'a.ts': `import { Root as Base } from './file.ts';\nexport class A extends Base<string> {}\nexport default A;`,
        'b.ts': `import Parent from './a.ts';\nimport * as all from './file.ts';\nclass B extends Parent {}\nclass C extends all.Root<number> {}\nclass D {}`,
      },
    });
    const [root] = sourceFile.statements as unknown as [ts.ClassDeclaration];
    expect(names(subclassesOf(view, root))).toEqual(['A', 'B', 'C']);
  });

  test('of an interface are its classes, those that extend them included', () => {
    const { view, sourceFile } = storiesOf('interface Port {}\ninterface Fast extends Port {}\nclass A implements Fast {}\nclass B extends A {}\nclass C {}');
    const [port] = sourceFile.statements as unknown as [ts.InterfaceDeclaration];
    expect(names(implementersOf(view, port))).toEqual(['A', 'B']);
  });
});
