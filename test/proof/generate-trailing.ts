import { Random } from './random.ts';
import { servicesOf, type Kind } from './services.ts';
import { write, type Line } from './write-program.ts';

/** What a statement may rely on where it stands. */
interface Scope {
  readonly depth: number;
  readonly asynchronous: boolean;
}

/** How a resource is called, made and released. */
interface Held {
  readonly name: string;
  readonly kind: Kind;
  readonly acquisition: readonly Line[];
  readonly release: readonly Line[];
}

/**
 * A random program of what trailing-stop-to-using looks for: resources that are stopped only where nothing fails; produced or started later, alone or several
 * side by side and across each other, with early exits, uses behind the release, aliases, helpers that borrow, keep or stop, stops that nobody waits for, in
 * branches or twice, in a random text style. The seed is the program.
 */
export function generateTrailing(seed: number): string {
  return new Generator(new Random(seed ^ 0x7a11)).program();
}

class Generator {
  readonly #random: Random;
  readonly #kinds = new Set<Kind>();
  #serial = 0;
  #budget = 10;

  constructor(random: Random) {
    this.#random = random;
  }

  program(): string {
    const kind = this.#random.pick(['async', 'async', 'async', 'callback', 'arrow', 'method', 'sync']);
    const body = this.#statements({ depth: 0, asynchronous: kind !== 'sync' }, 1 + this.#random.below(2));
    const main = this.#random.chance(60) ? [...this.#holding({ depth: 0, asynchronous: kind !== 'sync' }), ...body] : body;
    return write([...wrap(kind, main), ...servicesOf([...this.#kinds]), ...helpers], this.#random);
  }

  #statements(scope: Scope, count: number): Line[] {
    const lines = Array.from({ length: count }, () => this.#statement(scope)).flat();
    return this.#random.chance(20) ? [...lines, ...this.#exit(scope)] : lines;
  }

  #statement(scope: Scope): Line[] {
    if (scope.depth > 2 || this.#budget-- <= 0) return this.#step(scope);
    const shapes: [number, () => Line[]][] = [
      [14, () => this.#step(scope)],
      [30, () => this.#holding(scope)],
      [16, () => this.#pair(scope)],
      [5, () => this.#branch(scope)],
      [5, () => this.#loop(scope)],
      [6, () => this.#caught(scope)],
      [4, () => this.#closure(scope)],
      [4, () => this.#declare(scope)],
      [4, () => this.#replaced(scope)],
    ];
    return this.#random.weighted(shapes)();
  }

  #step({ asynchronous }: Scope): Line[] {
    const label = `'${this.#fresh('w')}'`;
    return [asynchronous && this.#random.chance(65) ? `await env.work(${label});` : `env.step(${label});`];
  }

  /** One resource, what happens while it is there, and what comes after it. */
  #holding(scope: Scope): Line[] {
    const held = this.#held(scope);
    const during = [...this.#uses(held, scope), ...this.#statements(inner(scope), this.#random.below(2)), ...this.#uses(held, scope)];
    const lines = [...held.acquisition, ...during, ...held.release, ...this.#after(held, scope)];
    return this.#random.chance(15) ? [{ open: '{', body: lines, close: '}' }] : lines;
  }

  /** Two resources: the second released first, or last, or right behind each other in either order. */
  #pair(scope: Scope): Line[] {
    const [a, b] = [this.#held(scope), this.#held(scope)];
    const [during, between] = [this.#statements(inner(scope), 1), this.#random.chance(40) ? this.#step(scope) : []];
    const ends = this.#ends(a, b, between);
    return [...a.acquisition, ...(this.#random.chance(30) ? this.#step(scope) : []), ...b.acquisition, ...this.#uses(b, scope), ...during, ...this.#uses(a, scope), ...ends, ...this.#after(a, scope)];
  }

  #ends(a: Held, b: Held, between: readonly Line[]): Line[] {
    const roll = this.#random.below(100);
    if (roll < 10 && a.kind !== 'Handle' && b.kind !== 'Handle') return [`await Promise.all([${a.name}.stop(), ${b.name}.stop()]);`];
    return roll < 70 ? [...b.release, ...between, ...a.release] : [...a.release, ...between, ...b.release];
  }

  #held(scope: Scope): Held {
    const name = this.#random.chance(12) ? this.#random.pick(['item', 'value', 'other']) : this.#fresh('r');
    const kind = scope.asynchronous && this.#random.chance(85) ? this.#random.pick<Kind>(['Service', 'Service', 'Plain', 'Lossy', 'Counter']) : 'Handle';
    this.#kinds.add(kind);
    const own = name.startsWith('r') ? name : `${name}${++this.#serial}`;
    return { name: own, kind, acquisition: this.#acquisition(own, kind, scope), release: this.#release(own, kind) };
  }

  #acquisition(name: string, kind: Kind, scope: Scope): Line[] {
    const keyword = this.#random.chance(12) ? 'let' : 'const';
    const more = this.#random.chance(6) ? `, ${name}Label = 'label'` : '';
    if (kind === 'Handle') return [`${keyword} ${name} = new Handle(env, '${name}')${more};`];
    if (this.#random.chance(45)) return [`${keyword} ${name} = await new ${kind}(env, '${name}').start()${more};`];
    return [`${keyword} ${name} = new ${kind}(env, '${name}')${more};`, ...(this.#random.chance(20) ? this.#step(scope) : []), `await ${name}.start();`];
  }

  #release(name: string, kind: Kind): Line[] {
    if (kind === 'Handle') return this.#random.weighted<Line[]>([[90, [`${name}.close();`]], [10, [{ open: `if (env.choose('${name}')) {`, body: [`${name}.close();`], close: '}' }]]]);
    return this.#random.weighted<Line[]>([
      [70, [`await ${name}.stop();`]],
      [5, [`await ${name}.stop(/* now */);`]],
      [4, [`void ${name}.stop();`]],
      [4, [`const ${name}End = await ${name}.stop();`, `env.log(String(${name}End));`]],
      [4, [{ open: `if (env.choose('${name}')) {`, body: [`await ${name}.stop();`], close: '}' }]],
      [3, [`await ${name}.stop();`, `await ${name}.stop();`]],
      [4, [`const ${name}Alias = ${name};`, `await ${name}Alias.stop();`]],
      [3, [`await finish(${name});`]],
      [3, [{ open: '{', body: [`await ${name}.stop();`], close: '}' }]],
      [2, [`await ${name}.stop().then(() => env.log('${name}'));`]],
      [3, [`await ${name}.stop().catch((error: unknown) => env.caught(error));`]],
      [3, [`await Promise.all([${name}.stop(), env.work('${name}')]);`]],
    ]);
  }

  #uses({ name, kind }: Held, scope: Scope): Line[] {
    const own = this.#fresh('a');
    if (kind === 'Handle') return this.#random.pick<Line[]>([[], [`env.log(${name}.value());`], [`const ${own} = ${name}.value();`, `env.log(${own});`]]);
    if (!scope.asynchronous) return [];
    return this.#random.weighted<Line[]>([
      [30, []],
      [40, [`await ${name}.use();`]],
      [14, [`const ${own} = await ${name}.use();`, `env.log(${own});`]],
      [8, [`await touch(${name});`]],
      [4, [`keep(${name});`]],
      [4, [{ open: `if (env.choose('${own}')) {`, body: [`await ${name}.use();`, ...this.#exit(scope)], close: '}' }]],
    ]);
  }

  /** Code behind the release, some of which still reads the resource. */
  #after(held: Held, scope: Scope): Line[] {
    const reads = held.kind === 'Handle' ? `env.log(${held.name}.value());` : `await env.work(String(await ${held.name}.use()));`;
    return this.#random.weighted<Line[]>([[40, []], [35, this.#step(scope)], [12, [reads]], [13, this.#exit(scope)]]);
  }

  /** The variable holds another resource by the time it is released. */
  #replaced(scope: Scope): Line[] {
    if (!scope.asynchronous) return this.#step(scope);
    this.#kinds.add('Service');
    const name = this.#fresh('v');
    return [`let ${name} = await new Service(env, '${name}').start();`, ...this.#step(scope), `await ${name}.stop();`, `${name} = await new Service(env, '${name}b').start();`, ...this.#step(scope), `await ${name}.stop();`];
  }

  /** Names repeat, so that a new block has something to hide. */
  #declare(scope: Scope): Line[] {
    const name = this.#random.pick(['item', 'value', 'other']);
    return [{ open: '{', body: [`const ${name} = '${this.#fresh('d')}';`, `env.log(${name});`, ...this.#statement(inner(scope))], close: '}' }];
  }

  #branch(scope: Scope): Line[] {
    const then = { open: `if (env.choose('${this.#fresh('b')}')) {`, body: this.#statements(inner(scope), 1), close: '}' };
    return this.#random.chance(50) ? [then] : [{ ...then, close: '} else {' }, { open: '', body: this.#statements(inner(scope), 1), close: '}', glued: true }];
  }

  #loop(scope: Scope): Line[] {
    return [{ open: `for (const ${this.#fresh('i')} of ['x', 'y']) {`, body: this.#statements(inner(scope), 1 + this.#random.below(2)), close: '}' }];
  }

  #caught(scope: Scope): Line[] {
    return [{ open: 'try {', body: this.#statements(inner(scope), 1 + this.#random.below(2)), close: '} catch (error) {' }, { open: '', body: ['env.caught(error);'], close: '}', glued: true }];
  }

  #closure(scope: Scope): Line[] {
    return scope.asynchronous ? [{ open: 'await call(async () => {', body: this.#statements(inner(scope), 1 + this.#random.below(2)), close: '});' }] : this.#step(scope);
  }

  #exit({ asynchronous }: Scope): Line[] {
    const own = this.#fresh('x');
    const exits = [`return '${own}';`, `return env.step('${own}');`, `throw new Error('${own}');`, ...(asynchronous ? [`return await env.work('${own}');`, `return env.work('${own}');`] : [])];
    return [`if (env.choose('${own}')) ${this.#random.pick(exits as [string, ...string[]])}`];
  }

  #fresh(prefix: string): string {
    return `${prefix}${++this.#serial}`;
  }
}

const helpers: readonly Line[] = [
  { open: 'async function call(run: () => Promise<unknown>) {', body: ['await run();'], close: '}' },
  { open: 'async function touch(one: { use(): Promise<string> }) {', body: ['await one.use();'], close: '}' },
  { open: 'async function finish(one: { stop(): Promise<unknown> }) {', body: ['await one.stop();'], close: '}' },
  'const kept: object[] = [];',
  { open: 'function keep(one: object) {', body: ['kept.push(one);'], close: '}' },
];

function inner(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}

function wrap(kind: string, body: Line[]): Line[] {
  switch (kind) {
    case 'sync':
      return [{ open: 'export function run(env: Env) {', body, close: '}' }];
    case 'arrow':
      return [{ open: 'export const run = async (env: Env) => {', body, close: '};' }];
    case 'callback':
      return [{ open: 'export async function run(env: Env) {', body: [{ open: 'await call(async () => {', body, close: '});' }], close: '}' }];
    case 'method':
      return [{ open: 'class Main {', body: [{ open: 'async go(env: Env) {', body, close: '}' }], close: '}' }, 'export const run = (env: Env) => new Main().go(env);'];
    default:
      return [{ open: 'export async function run(env: Env) {', body, close: '}' }];
  }
}
