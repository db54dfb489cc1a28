import { Random } from './random.ts';
import { write, type Line } from './write-program.ts';

/** What a statement may rely on where it stands. */
interface Scope {
  readonly depth: number;
  readonly asynchronous: boolean;
  readonly loop: boolean;
  readonly label: string | undefined;
}

/**
 * A random program in the grammar of shapes that the migration knows: acquisitions, guarded and plain releases, several in one block, nested and caught,
 * cleanup arrays, loops, labels, switches, early exits, names that repeat, in a random text style. The seed is the program.
 */
export function generateProgram(seed: number): string {
  return new Generator(new Random(seed)).program();
}

class Generator {
  readonly #random: Random;
  #serial = 0;
  #budget = 14;

  constructor(random: Random) {
    this.#random = random;
  }

  program(): string {
    const kind = this.#random.pick(['async', 'async', 'async', 'sync', 'arrow', 'method', 'generator']);
    const scope: Scope = { depth: 0, asynchronous: kind !== 'sync', loop: false, label: undefined };
    const body = this.#statements(scope, 1 + this.#random.below(3));
    return write([...wrap(kind, body)], this.#random);
  }

  #statements(scope: Scope, count: number): Line[] {
    const lines: Line[] = [];
    for (let index = 0; index < count; index++) lines.push(...this.#statement(scope));
    if (this.#random.chance(20)) lines.push(...this.#exit(scope));
    return lines;
  }

  #statement(scope: Scope): Line[] {
    if (scope.depth > 3 || this.#budget-- <= 0) return this.#step(scope);
    const shapes: [number, () => Line[]][] = [
      [14, () => this.#step(scope)],
      [30, () => this.#plainTry(scope)],
      [8, () => this.#guardedTry(scope)],
      [8, () => this.#severalTry(scope)],
      [6, () => this.#cleanupArray(scope)],
      [6, () => this.#branch(scope)],
      [6, () => this.#loop(scope)],
      [4, () => this.#labelled(scope)],
      [4, () => this.#switch(scope)],
      [4, () => this.#caught(scope)],
      [5, () => this.#declare(scope)],
      [4, () => this.#closure(scope)],
      [4, () => this.#replaced(scope)],
      [3, () => this.#braceless(scope)],
    ];
    return this.#random.weighted(shapes)();
  }

  #step({ asynchronous }: Scope): Line[] {
    const label = `'${this.#fresh('w')}'`;
    return [this.#random.pick(asynchronous ? [`await env.work(${label});`, `await env.work(${label});`, `env.step(${label});`] : [`env.step(${label});`])];
  }

  /** Names repeat, and may be used before their block declares them again, so that flattening has something to get wrong. */
  #declare(scope: Scope): Line[] {
    const name = this.#random.pick(['item', 'value', 'other']);
    const own = this.#fresh('d');
    return [{ open: '{', body: [`const ${name} = '${own}';`, `env.log(${name});`, ...this.#statement(inner(scope))], close: '}' }];
  }

  #plainTry(scope: Scope): Line[] {
    const name = this.#random.chance(15) ? this.#random.pick(['item', 'value', 'other']) : this.#fresh('r');
    const release = this.#release(name, scope.asynchronous);
    const body = [...(this.#random.chance(30) && scope.asynchronous ? [`await ${name}.start();`] : []), ...this.#shadowing(scope), ...this.#statements(inner(scope), 1 + this.#random.below(2))];
    return inOwnBlock(name, [`const ${name} = ${this.#open(name, scope.asynchronous)};`, ...this.#gap(scope), ...this.#tryLines(scope, body, [release])]);
  }

  #guardedTry(scope: Scope): Line[] {
    const name = this.#fresh('g');
    const release = this.#release(name, scope.asynchronous);
    const guarded = this.#random.pick([`if (${name}) ${release}`, `if (${name} !== undefined) { ${release} }`, `if (${name} != null) ${release}`]);
    const body = [...this.#gap(scope), `${name} = ${this.#open(name, scope.asynchronous)};`, ...this.#statements(inner(scope), 1)];
    return [`let ${name};`, ...this.#tryLines(scope, body, [guarded])];
  }

  #severalTry(scope: Scope): Line[] {
    const [a, b] = [this.#fresh('s'), this.#fresh('s')];
    const releases = [this.#release(a, scope.asynchronous), this.#release(b, scope.asynchronous)];
    const all = scope.asynchronous && this.#random.chance(30) ? [`await Promise.all([${a}.stop(), ${b}.stop()]);`] : releases;
    return [`const ${a} = ${this.#open(a, scope.asynchronous)};`, `const ${b} = ${this.#open(b, scope.asynchronous)};`, ...this.#tryLines(scope, this.#statements(inner(scope), 1), all)];
  }

  #cleanupArray(scope: Scope): Line[] {
    const list = this.#fresh('cleanups');
    const awaits = scope.asynchronous ? 'await ' : '';
    const register = (): Line[] => {
      const name = this.#fresh('c');
      const close = scope.asynchronous ? `${name}.stop()` : `${name}.close()`;
      return [`const ${name} = ${this.#open(name, scope.asynchronous)};`, `${list}.push(() => ${close});`];
    };
    const body = [...register(), ...this.#statements(inner(scope), 1), ...register(), ...this.#step(scope)];
    const loop = this.#random.pick([
      `for (const cleanup of ${list}.reverse()) ${awaits}cleanup();`,
      `while (${list}.length > 0) ${awaits}${list}.pop()();`,
      `for (const cleanup of ${list}) ${awaits}cleanup();`,
      `for (let index = ${list}.length - 1; index >= 0; index--) ${awaits}${list}[index]();`,
    ]);
    return [`const ${list} = [];`, ...this.#gap(scope), ...this.#tryLines(scope, body, [loop])];
  }

  /** A function of its own inside the block: what it returns or breaks is its own business. */
  #closure(scope: Scope): Line[] {
    const body = this.#statements({ ...inner(scope), loop: false, label: undefined }, 1 + this.#random.below(2));
    return scope.asynchronous
      ? [{ open: 'await (async () => {', body, close: '})();' }]
      : [{ open: '(() => {', body, close: '})();' }].map((line) => ({ ...line, open: `void ${line.open}` }));
  }

  /** The variable holds another resource by the time it is released. */
  #replaced(scope: Scope): Line[] {
    const name = this.#fresh('v');
    const release = this.#release(name, scope.asynchronous).replace('?.', '.');
    const replace = [...this.#step(scope), release, `${name} = ${this.#open(`${name}b`, scope.asynchronous)};`, ...this.#statements(inner(scope), 1)];
    return [`let ${name} = ${this.#open(name, scope.asynchronous)};`, ...this.#tryLines(scope, replace, [release])];
  }

  /** A `try` where only one statement may stand. */
  #braceless(scope: Scope): Line[] {
    const name = this.#fresh('n');
    const [first, ...rest] = this.#tryLines(scope, this.#statements(inner(scope), 1), [this.#release(name, scope.asynchronous)]);
    const head = this.#random.pick([`if (env.choose('${name}'))`, `for (const ${name}i of ['x', 'y'])`]);
    if (!first || typeof first === 'string') return [];
    return [`const ${name} = ${this.#open(name, scope.asynchronous)};`, { ...first, open: `${head} ${first.open}` }, ...rest];
  }

  #tryLines(scope: Scope, body: Line[], releases: Line[]): Line[] {
    const caught = this.#random.chance(25);
    const finallyHead = this.#random.pick(['} finally {', '} finally {', '} finally {', '} /* c1 */ finally /* c2 */ {', '}\n// c3\nfinally {']);
    const handler: Line[] = ['env.caught(error);', ...(this.#random.chance(50) ? this.#step(scope) : []), ...(this.#random.chance(30) ? ['throw error;'] : [])];
    return [
      { open: this.#random.chance(10) ? 'try /* c0 */ {' : 'try {', body, close: caught ? '} catch (error) {' : finallyHead, glued: false },
      ...(caught ? [{ open: '', body: handler, close: finallyHead, glued: true }] : []),
      { open: '', body: releases, close: '}', glued: true },
    ];
  }

  #branch(scope: Scope): Line[] {
    const test = `env.choose('${this.#fresh('b')}')`;
    const then = { open: `if (${test}) {`, body: this.#statements(inner(scope), 1), close: '}' };
    return this.#random.chance(50) ? [then] : [{ ...then, close: '} else {' }, { open: '', body: this.#statements(inner(scope), 1), close: '}', glued: true }];
  }

  #loop(scope: Scope): Line[] {
    const name = this.#fresh('i');
    const head = this.#random.pick([`for (const ${name} of ['x', 'y'])`, `for (let ${name} = 0; ${name} < 2; ${name}++)`]);
    return [{ open: `${head} {`, body: this.#statements({ ...inner(scope), loop: true, label: undefined }, 1 + this.#random.below(2)), close: '}' }];
  }

  #labelled(scope: Scope): Line[] {
    const label = this.#fresh('label');
    return [{ open: `${label}: {`, body: this.#statements({ ...inner(scope), label }, 1 + this.#random.below(2)), close: '}' }];
  }

  #switch(scope: Scope): Line[] {
    const test = `env.choose('${this.#fresh('k')}')`;
    const first = this.#statements({ ...inner(scope), loop: false }, 1);
    return [{ open: `switch (${test}) {`, body: ['case true:', ...first, ...(this.#random.chance(50) ? ['break;'] : []), 'default:', ...this.#step(scope)], close: '}' }];
  }

  #caught(scope: Scope): Line[] {
    return [{ open: 'try {', body: this.#statements(inner(scope), 1), close: '} catch (error) {' }, { open: '', body: ['env.caught(error);'], close: '}', glued: true }];
  }

  #exit(scope: Scope): Line[] {
    const own = this.#fresh('x');
    const exits = [`return '${own}';`, `return env.step('${own}');`, ...(scope.asynchronous ? [`return await env.work('${own}');`, `return env.work('${own}');`] : [])];
    const jumps = [...(scope.loop ? ['break;', 'continue;'] : []), ...(scope.label ? [`break ${scope.label};`] : [])];
    const [first = '', ...rest] = [...exits, ...jumps];
    return [`if (env.choose('${own}')) ${this.#random.pick([first, ...rest])}`];
  }

  #gap(scope: Scope): Line[] {
    return this.#random.chance(30) ? this.#step(scope) : [];
  }

  #shadowing(scope: Scope): Line[] {
    return this.#random.chance(15) ? [`const ${this.#random.pick(['item', 'value', 'other'])} = ${this.#open('shadow', scope.asynchronous)};`] : [];
  }

  #open(name: string, asynchronous: boolean): string {
    return asynchronous && this.#random.chance(70) ? `await env.open('${name}')` : `env.openSync('${name}')`;
  }

  #release(name: string, asynchronous: boolean): string {
    if (!asynchronous) return this.#random.pick([`${name}.close();`, `${name}?.close();`]);
    return this.#random.pick([`await ${name}.stop();`, `await ${name}.stop();`, `${name}.close();`, `await ${name}?.stop();`, `void ${name}.stop();`, `await ${name}.stop().catch(() => {});`]);
  }

  #fresh(prefix: string): string {
    return `${prefix}${++this.#serial}`;
  }
}

/** A name from the small pool may occur twice in a function; its block keeps the program valid. */
function inOwnBlock(name: string, lines: Line[]): Line[] {
  return ['item', 'value', 'other'].includes(name) ? [{ open: '{', body: lines, close: '}' }] : lines;
}

function inner(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}

function wrap(kind: string, body: Line[]): Line[] {
  switch (kind) {
    case 'sync':
      return [{ open: 'export function run(env) {', body, close: '}' }];
    case 'arrow':
      return [{ open: 'export const run = async (env) => {', body, close: '};' }];
    case 'method':
      return [{ open: 'class Service {', body: [{ open: 'async go(env) {', body, close: '}' }], close: '}' }, 'export const run = (env) => new Service().go(env);'];
    case 'generator':
      return [
        { open: 'async function* generate(env) {', body, close: '}' },
        { open: 'export async function run(env) {', body: ['return (await generate(env).next()).value;'], close: '}' },
      ];
    default:
      return [{ open: 'export async function run(env) {', body, close: '}' }];
  }
}
