import { BadInput } from '../../cli/failure.ts';
import { type GraphOptions, runGraph } from '../../cli/graph/run-graph.ts';
import { noProgress } from '../../cli/scan/progress.ts';
import { plain } from '../../cli/scan/report/style.ts';
import { questions } from '../../rules/index.ts';
import { install, temporaryProject, tsconfig } from './temporary-project.ts';

/** A worker whose second start may fail while the first service lives, with a service that holds a timer. */
const worker = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': tsconfig({ compilerOptions: { lib: ['es2022', 'esnext.disposable'], types: ['node'] }, include: ['src'] }),
  'src/services.ts': `export class Store {
  async start(): Promise<void> { await fetch('http://localhost/up'); }
  async stop(): Promise<void> { await fetch('http://localhost/down'); }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}

export class Poller {
  #timer: NodeJS.Timeout | undefined;
  constructor(readonly store: Store) {}
  async start(): Promise<void> {
    await fetch('http://localhost');
    this.#timer = setInterval(() => console.log('<tick>'), 1000);
  }
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await fetch('http://localhost');
  }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
`,
  'src/run.ts': `import { Poller, Store } from './services.ts';

export async function run(): Promise<void> {
  const store = new Store();
  await store.start();
  const poller = new Poller(store);
  await poller.start();
  await poller.stop();
  await store.stop();
}
`,
};

export function workerProject(): string {
  const folder = temporaryProject(worker);
  install(folder, '@types', 'undici-types');
  return folder;
}

/** Runs `lifecycle graph` in a folder. */
export async function graphIn(cwd: string, { paths = [], ...options }: Partial<GraphOptions> & { paths?: readonly string[] } = {}): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const here = { cwd, out: (text: string) => void (out += text), err: (text: string) => void (err += text), style: plain, progress: noProgress };
  try {
    return { code: await runGraph(paths, { format: 'mermaid', config: true, ...options }, questions, here), out, err };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { code: 2, out, err: `${err}lifecycle: ${error.message}\n` };
  }
}
