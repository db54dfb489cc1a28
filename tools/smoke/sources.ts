/** The three lines of the README. */
export const typedConfig = `import parser from '@typescript-eslint/parser';
import lifecycle from 'eslint-plugin-lifecycle';
export default [{ files: ['**/*.ts'], languageOptions: { parser, parserOptions: { projectService: true } } }, lifecycle.configs.recommended];
`;

export const untypedConfig = typedConfig.replace('parserOptions: { projectService: true }', '');

/** Rules that have something to say about the sample sources. */
export const problems: readonly string[] = ['no-start-in-constructor', 'no-floating-stop', 'require-disposal', 'require-dispose-method'];

export const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'smoke', private: true, type: 'module' }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { target: 'es2022', lib: ['es2022', 'esnext.disposable'], module: 'nodenext', types: ['node'], strict: true, noEmit: true },
    include: ['src'],
  }),
  'src/poller.ts': `export class Poller {
  #timer: NodeJS.Timeout;

  constructor(poll: () => void) {
    this.#timer = setInterval(poll, 1000);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
  }
}
`,
  'src/service.ts': `import { setTimeout } from 'node:timers/promises';

export class Service {
  #timer: NodeJS.Timeout | undefined;

  async start(): Promise<void> {
    this.#timer = setInterval(() => console.log('tick'), 1000);
    await setTimeout(10);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await setTimeout(10);
  }
}

export async function forgotten(): Promise<void> {
  const service = new Service();
  await service.start();
  await setTimeout(10);
}

export async function dropped(): Promise<void> {
  const service = new Service();
  await service.start();
  service.stop();
}
`,
};
