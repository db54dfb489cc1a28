import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { MigrateRequest } from '../../cli/migrate/request.ts';
import { runMigrate } from '../../cli/migrate/run-migrate.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

const replies: unknown[] = [];
const shown: string[] = [];

vi.mock('@clack/prompts', () => ({
  note: (diff: string) => void shown.push(diff),
  select: () => Promise.resolve(replies.shift()),
  multiselect: () => Promise.resolve(replies.shift()),
  isCancel: () => false,
}));
afterEach(() => void shown.splice(0));

function classNamed(name: string): string {
  return `export class ${name} {\n  async start(): Promise<void> {}\n\n  async stop(): Promise<void> {}\n}\n`;
}

const disposes = '\n\n  async [Symbol.asyncDispose](): Promise<void> {\n    await this.stop();\n  }\n}\n';
const client = classNamed('Client').replace('class Client', 'class Client implements AsyncDisposable').replace(/\n\}\n$/, disposes);
const services = `${classNamed('Server')}\n${classNamed('Client')}`;
const main = `import { Client, Server } from './services.js';

export async function serve(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const server = new Server();
  stack.defer(() => server.stop());
  const client = new Client();
  stack.defer(() => client.stop());
}
`;

/** Answers the questions about main.ts and then services.ts, and gives both as they are then. */
async function after(...answers: readonly unknown[]): Promise<string[]> {
  const folder = temporaryProject({
    'package.json': JSON.stringify({ type: 'module', engines: { node: '>=24' } }),
    'tsconfig.json': tsconfig({ compilerOptions: { lib: ['es2022', 'esnext.disposable'], types: [] } }),
    'main.ts': main, 'services.ts': services,
  });
  replies.push(...answers);
  const silenced = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const code = await runMigrate(requestFor(folder));
  silenced.mockRestore();
  expect(code).toBe(0);
  expect(replies).toEqual([]);
  return ['main.ts', 'services.ts'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

function requestFor(folder: string): MigrateRequest {
  return {
    settings: { migrations: ['implement-dispose', 'defer-to-use'], level: 'use', closeGap: false, fixOrder: false, awaitReturns: false, stopTimeout: 10, insertTodos: false },
    all: false, paths: [folder], only: [], interactive: true, write: true, check: false, diff: false, json: false, format: false, allowDirty: true,
    plan: undefined, from: undefined, jobs: 1, polyfill: undefined,
  };
}

test('what the migrations make together is shown, and what is applied is written', async () => {
  const done = main.replace('defer(() => server.stop())', 'use(server)').replace('defer(() => client.stop())', 'use(client)');
  expect((await after('rest'))[0]).toBe(done);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toContain('+  stack.use(server);');
});

test('of one file some sites, and only what still holds without the others', async () => {
  expect(await after('apply', 'choose', [7])).toEqual([main.replace('defer(() => client.stop())', 'use(client)'), `${classNamed('Server')}\n${client}`]);
});

test('a site that needs what was left alone stays', async () => {
  expect(await after('apply', 'skip')).toEqual([main, services]);
});
