import { expect, test } from 'vitest';
import { nodeOf, storiesOf } from './harness.ts';

test('a case sees Node, the host, the stubs of packages and its other files with their types', () => {
  const { view, sourceFile } = storiesOf(
    `import { Kafka } from 'kafkajs';
     import { createServer } from 'node:http';
     import { retry } from './retry.ts';
     const producer = new Kafka({ brokers: [] }).producer();
     const server = createServer();
     const count = retry();
     const body = document.body;`,
    { files: { 'retry.ts': 'export const retry = () => 3;' } },
  );
  const typeOf = (name: string) => view.types.print(view.types.typeOf(nodeOf(sourceFile, name)));
  expect(['producer', 'server', 'count', 'body'].map(typeOf)).toEqual(['Producer', 'Server<typeof IncomingMessage, typeof ServerResponse>', 'number', 'HTMLElement']);
});

test('the next case sees nothing of the one before', () => {
  storiesOf('export const shared = 1;', { files: { 'other.ts': 'export const other = 2;' } });
  const { view } = storiesOf("import { other } from './other.ts';");
  expect(view.program.getSemanticDiagnostics().map((diagnostic) => diagnostic.code)).toEqual([2307]);
});

test('settings reach the view', () => {
  const settings = { verbs: [{ start: 'boot', stop: 'halt' }] };
  expect(storiesOf('export {};', { settings }).view.settings).toBe(settings);
});
