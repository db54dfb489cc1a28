import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { stories } from '../../analysis/index.ts';
import type { Settings } from '../../analysis/settings.ts';
import type { Finding } from '../../rules/finding.ts';
import { questions } from '../../rules/index.ts';
import { type PresetName, presetOptions } from '../../rules/presets.ts';
import { fixturePath, programOf } from '../program.ts';

interface Asked {
  /** `strict` unless told. */
  preset?: PresetName;
  settings?: Settings;
}

/** What a rule reports in `case.ts`: the code it reports. */
function reported(rule: string, files: Record<string, string>, asked: Asked = {}): string[] {
  const program = programOf(files);
  return findings(rule, program, 'case.ts', asked).map(({ start, end }) => files['case.ts']!.slice(start, end));
}

function findings(rule: string, program: ts.Program, file: string, { preset = 'strict', settings }: Asked = {}): readonly Finding[] {
  const question = questions.find(({ name }) => name === rule)!;
  return question.ask(stories(ts, program, program.getSourceFile(fixturePath(file))!, settings), { ...question.defaultOptions, ...presetOptions(preset, question) });
}

describe('a class or interface of a package declares no dispose symbol, by its syntax', () => {
  const disposed = (declarations: string) => reported('require-disposal', { 'pages.d.ts': `declare module 'pages' {\n${declarations}\n}`, 'case.ts': "import { Page } from 'pages';\nexport function run(): number { const page = new Page(); return page.size; }" });

  test('it is looked for under its own name', () => {
    expect(disposed('class Page { size: number; [Symbol.dispose](): void }')).toEqual(['new Page()']);
  });
  test('under the name of a constant that holds it', () => {
    expect(disposed('const disposeSymbol: typeof Symbol.dispose;\nclass Page { size: number; [disposeSymbol](): void }')).toEqual(['new Page()']);
  });
  test('in what it extends', () => {
    expect(disposed('class Sheet { size: number; [Symbol.dispose](): void }\nclass Page extends Sheet { wide: boolean }')).toEqual(['new Page()']);
  });
  test('in an interface that is merged with the class', () => {
    expect(disposed('class Page { size: number }\ninterface Page { [Symbol.dispose](): void }')).toEqual(['new Page()']);
  });
  test('a class with another symbol for a name has none', () => {
    expect(disposed('class Page { size: number; [Symbol.toStringTag]: string }')).toEqual([]);
  });
});

describe('a function is declared to return plain values', () => {
  const handed = (type: string, value: string) =>
    reported('require-disposal', { 'case.ts': `import { createServer } from 'node:http';\nfunction make(port: number): ${type} { return ${value}; }\nexport function run(): void { make(80); }` });

  test('what it made is its own', () => {
    expect(handed('string', "String(createServer().listen(port).address())")).toEqual([]);
  });
  test('a server is handed over', () => {
    expect(handed("ReturnType<typeof createServer>", 'createServer().listen(port)')).toEqual(['make(80)']);
  });
  test('so is what may be nothing', () => {
    expect(handed("ReturnType<typeof createServer> | undefined", 'createServer().listen(port)')).toEqual(['make(80)']);
  });
});

describe('a name that is called often is asked what the functions of that name call', () => {
  const often = (call: string) => Array.from({ length: 10 }, () => call).join('\n  ');
  const maker = "import { createServer } from 'node:http';\nfunction make(port: number) { return createServer().listen(port); }\n";
  const doors = 'class Doors {\n  open(port: number): string { return this.make(port); }\n  make(port: number): string { return String(port); }\n}\n';

  test('one that makes nothing hides no other that does', () => {
    const servers = 'class Servers {\n  open(port: number) { return make(port); }\n}\n';
    expect(reported('require-disposal', { 'case.ts': `${maker}${servers}${doors.replace(/string/g, 'unknown')}export function run(doors: Doors, servers: Servers): void {\n  ${often('doors.open(1);')}\n  servers.open(80);\n}` })).toEqual(['servers.open(80)']);
  });
  test('a name that an export gives anew stands for more than the functions that bear it', () => {
    const files = { 'make.ts': `${maker}export { make as open };`, 'case.ts': `import { open } from './make';\n${doors.replace(/string/g, 'unknown')}export function run(): Doors {\n  ${often('open(80);')}\n  return new Doors();\n}` };
    expect(reported('require-disposal', files)).toEqual(Array.from({ length: 10 }, () => 'open(80)'));
  });
});

describe('a class of the program has no verb, in what it extends either', () => {
  const handed = (page: string, settings: Settings = {}) =>
    reported('require-disposal', { 'sheets.ts': 'export class Sheet { size = 1; [Symbol.dispose](): void { this.size = 0; } }', 'library.d.ts': 'export declare class Sheet { size: number; [Symbol.dispose](): void }', 'case.ts': `${page}\nfunction makePage() { return new Page(); }\nexport function run(): void { makePage(); }` }, { settings });
  const plain = 'class Sheet { size = 1; clear(): void { this.size = 0; } }\nclass Page extends Sheet { wide = true; }';
  const contract = (name: string): Settings => ({ contracts: [{ type: { from: 'file', name }, kind: 'handle', evidence: [], acquire: [{ by: 'new', begins: 'eager' }], release: [{ method: 'clear', completion: 'sync' }] }] });

  test('what a function makes of it is no resource', () => {
    expect(handed(plain)).toEqual([]);
  });
  test('one that inherits a dispose symbol is', () => {
    expect(handed('class Sheet { size = 1; [Symbol.dispose](): void { this.size = 0; } }\nclass Page extends Sheet { wide = true; }')).toEqual(['makePage()']);
  });
  test('whoever makes it', () => {
    expect(handed('class Page { size = 1; [Symbol.dispose](): void { this.size = 0; } }\nfunction makeSheet() { return new Page(); }\nexport function print(): void { makeSheet(); }')).toEqual(['makeSheet()', 'makePage()']);
  });
  test('one whose dispose symbol has the name of a constant is', () => {
    expect(handed('declare const disposeSymbol: typeof Symbol.dispose;\nclass Page { size = 1; [disposeSymbol](): void { this.size = 0; } }')).toEqual(['makePage()']);
  });
  test('from a class that is named through its module', () => {
    expect(handed("import * as sheets from './sheets';\nclass Page extends sheets.Sheet { wide = true; }")).toEqual(['makePage()']);
  });
  test('from a class of other code', () => {
    expect(handed("import { Sheet } from './library';\nclass Page extends Sheet { wide = true; }")).toEqual(['makePage()']);
  });
  test('from what a call makes', () => {
    expect(handed("import { Sheet } from './sheets';\nfunction wide<Base extends new () => Sheet>(base: Base): Base { return base; }\nclass Page extends wide(Sheet) { wide = true; }")).toEqual(['makePage()']);
  });
  test('from an interface that is merged with it', () => {
    expect(handed('interface Closing { [Symbol.dispose](): void }\ninterface Page extends Closing {}\nclass Page { size = 1; }')).toEqual(['makePage()']);
  });
  test('one that the settings name is, itself or by what it extends', () => {
    expect(handed(plain, contract('Page'))).toEqual(['makePage()']);
    expect(handed(plain, contract('Sheet'))).toEqual(['makePage()']);
  });
});

describe('a class is asked for its members only when its names allow a contract', () => {
  const undisposable = (declarations: string, settings: Settings = {}) => reported('require-dispose-method', { 'library.d.ts': 'export declare class Base { start(): Promise<void> }', 'case.ts': `declare function pause(): Promise<void>;\n${declarations}` }, { settings });

  test('one that starts and stops is reported', () => {
    expect(undisposable('export class Feed { async start() { await pause(); } async stop() { await pause(); } }')).toEqual(['Feed']);
  });
  test('so is one that inherits the start', () => {
    expect(undisposable("import { Base } from './library';\nexport class Feed extends Base { async stop() { await pause(); } }")).toEqual(['Feed']);
  });
  test('and one with verbs of the project', () => {
    const feed = 'export class Feed { async ignite() { await pause(); } async douse() { await pause(); } }';
    expect(undisposable(feed, { verbs: [{ start: 'ignite', stop: 'douse' }] })).toEqual(['Feed']);
    expect(undisposable(feed)).toEqual([]);
  });
});

describe('a name of the library means the same in every module that does not mention it', () => {
  const feed = 'class Feed { async start() { await pause(); } async stop() { await pause(); } }';
  const own = 'interface AsyncDisposable { done: boolean }';
  const files = {
    'pause.d.ts': 'declare function pause(): Promise<void>;',
    'plain.ts': `export ${feed}`,
    'named.ts': `${own}\nexport ${feed}`,
    'inner.ts': `export function make() { ${own}\n${feed} return Feed; }`,
  };
  const added = (program: ts.Program, file: string) => findings('require-dispose-method', program, file).flatMap(({ suggestions }) => suggestions!.flatMap(({ edits }) => edits.map(({ text }) => text.trim())));
  const method = 'async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }';

  test.each([[['plain.ts', 'named.ts', 'inner.ts']], [['inner.ts', 'named.ts', 'plain.ts']]])('where it means something else it is not implemented, whatever is asked first: %j', (order) => {
    const program = programOf(files);
    const edits = new Map(order.map((file) => [file, added(program, file)]));
    expect(edits.get('plain.ts')).toEqual(['implements AsyncDisposable', method]);
    expect(edits.get('named.ts')).toEqual([method]);
    expect(edits.get('inner.ts')).toEqual([method]);
  });
});

describe('a name is asked for only when its file declares a variable of that name', () => {
  const services = `declare function pause(): Promise<void>;
class Store { async start() { await pause(); } async stop() { await pause(); } }
class Feed { constructor(readonly from: { to: Store | undefined }) {} async start() { await pause(); } async stop() { await pause(); } }
`;
  const tooEarly = (feed: string) => reported('require-reverse-stop-order', { 'case.ts': `${services}export async function run() { const store = new Store(); await store.start(); ${feed} await feed.start(); await store.stop(); await feed.stop(); }` }, { preset: 'recommended' });

  test('what a constant holds proves the order', () => {
    expect(tooEarly('const given = { to: store }; const feed = new Feed(given);')).toEqual(['store.stop()']);
    expect(tooEarly('const given = { to: undefined }; const feed = new Feed(given);')).toEqual([]);
  });
  test('and what was asked about the end', () => {
    const armed = (asks: string) => reported('no-start-after-stop', { 'case.ts': `declare function open(): Promise<void>;\nexport class Poll { #timer: NodeJS.Timeout | undefined; #run = {}; async start() { const mine = this.#run; await open(); const current = ${asks}; if (!current) return; this.#timer = setInterval(() => {}, 10); } stop() { this.#run = {}; clearInterval(this.#timer); } }` });
    expect(armed('Math.random() > 0.5')).toEqual(['setInterval(() => {}, 10)']);
    expect(armed('mine === this.#run')).toEqual([]);
  });
});

describe('what is handed over is asked before whom it is handed to', () => {
  const running = (stop: string, declarations = '') => reported('require-owned-disposal', { 'chai.d.ts': "declare module 'chai' { export function expect(value: unknown): object }", 'case.ts': `${declarations}\nexport class Poll { #timer = setInterval(() => {}, 10); stop() { ${stop} } }` });

  test('one that only prints it does not end it', () => {
    expect(running("console.log('stopped', this.#timer);")).toEqual(['setInterval(() => {}, 10)']);
    expect(running('expect(this.#timer);', "import { expect } from 'chai';")).toEqual(['setInterval(() => {}, 10)']);
  });
  test('nor one of the program that asks it something', () => {
    expect(running("end('poll', this.#timer);", 'const ended: string[] = [];\nfunction end(name: string, timer: NodeJS.Timeout) { if (timer.hasRef()) ended.push(name); }')).toEqual(['setInterval(() => {}, 10)']);
  });
  test('one that releases it, or that is unknown, may', () => {
    expect(running("end('poll', this.#timer);", 'function end(name: string, timer: NodeJS.Timeout) { if (name) clearInterval(timer); }')).toEqual([]);
    expect(running("end('poll', this.#timer);", 'declare function end(name: string, timer: NodeJS.Timeout): void;')).toEqual([]);
  });
});

describe('a call of other code is declared to return no promise', () => {
  const begun = (declarations: string, call: string) => reported('no-start-in-constructor', { 'library.d.ts': declarations, 'case.ts': `import { queue } from './library';\nexport class Sender { constructor() { ${call}; } }` });

  test('it begins nothing', () => {
    expect(begun('export declare const queue: { add(name: string): number };', "queue.add('x')")).toEqual([]);
    expect(begun('export interface Queue { add(name: string): this }\nexport declare const queue: Queue;', "queue.add('x')")).toEqual([]);
  });
  test('one of its overloads does', () => {
    expect(begun('export interface Queue { add(name: number): void; add(name: string): Promise<void> }\nexport declare const queue: Queue;', "queue.add('x')")).toEqual(["queue.add('x')"]);
  });
  test('`this` can be waited for', () => {
    expect(begun('export interface Queue extends Promise<void> { add(name: string): this }\nexport declare const queue: Queue;', "queue.add('x')")).toEqual(["queue.add('x')"]);
  });
  test('its type stands elsewhere', () => {
    expect(begun('type Add = (name: string) => Promise<void>;\nexport declare const queue: { add: Add };', "queue.add('x')")).toEqual(["queue.add('x')"]);
  });
});

test('a variable of the process that remembers is found behind other assignments', () => {
  const once = (remembers: string) => reported('no-start-in-constructor', { 'case.ts': `let installed = false;\nexport class Watch { constructor() { if (!installed) { let count = 0; count = 1; process.on('SIGINT', () => count++); ${remembers} } } }` });
  expect(once('installed = true;')).toEqual([]);
  expect(once('')).toEqual(["process.on('SIGINT', () => count++)"]);
});

describe('a function may begin something, whoever calls it on import', () => {
  const imported = (code: string) => reported('no-start-on-import', { 'case.ts': `export const names: string[] = [];\nexport let timer: NodeJS.Timeout | undefined;\nfunction poll(): void { timer = setInterval(() => names.pop(), 1000); }\n${code}` });

  test('one that only computes begins nothing', () => {
    expect(imported('function measure(): number { return names.length; }\nfunction twice(): number { return measure() * 2; }\ntwice();')).toEqual([]);
  });
  test('one that it calls does', () => {
    expect(imported('function open(): void { poll(); }\nfunction begin(): void { open(); }\nbegin();')).toEqual(['setInterval(() => names.pop(), 1000)']);
  });
  test('what it is given does', () => {
    expect(imported('function run(task: () => void): void { task(); }\nrun(poll);')).toEqual(['setInterval(() => names.pop(), 1000)']);
  });
  test('what a function that it calls is given does', () => {
    expect(imported('function run(task: () => void): void { task(); }\nfunction begin(): void { run(poll); }\nbegin();')).toEqual(['setInterval(() => names.pop(), 1000)']);
  });
  test('what an array method calls by its name does', () => {
    expect(imported('function all(): void { names.forEach(poll); }\nall();')).toEqual(['setInterval(() => names.pop(), 1000)']);
  });
  test('two that call each other do, where one does', () => {
    expect(imported('function even(left: number): void { if (left) odd(left - 1); }\nfunction odd(left: number): void { poll(); if (left) even(left - 1); }\neven(2);')).toEqual(['setInterval(() => names.pop(), 1000)']);
  });
});

describe('a class can be ended by what it inherits', () => {
  const owning = (before: string) => reported('require-teardown', { 'case.ts': `${before}\nexport class Poller extends Base { #timer = setInterval(() => this.poll(), 1000); poll(): void {} }` });

  test('not by a base that nothing ends', () => {
    expect(owning('class Base { size = 1; }')).toEqual(['Poller']);
  });
  test('by a member of its base, or of what that extends', () => {
    expect(owning('class Base { close(): void {} }')).toEqual([]);
    expect(owning('class Root { close(): void {} }\nclass Base extends Root {}')).toEqual([]);
  });
  test('by an interface that is merged with it', () => {
    expect(owning('class Base { size = 1; }\nexport interface Poller { close(): void }')).toEqual([]);
  });
});

test('a use is late where a function that it is handed to releases it, under whatever name', () => {
  const late = (finish: string) =>
    reported('no-use-after-dispose', { 'case.ts': `import { Pool } from 'pg';\nasync function finish(pool: Pool): Promise<void> { ${finish} }\nfunction stopCounting(pool: Pool): void { console.log(pool.totalCount); }\nexport async function run(): Promise<void> {\n  const pool = new Pool();\n  await finish(pool);\n  await pool.query('select 1');\n  stopCounting(pool);\n}` });
  expect(late('await pool.end();')).toEqual(["pool.query('select 1')"]);
  expect(late("await pool.query('select 2');")).toEqual([]);
});

test('one call that may be a release orders nothing, two do', () => {
  const store = "class Store { #timer = setInterval(() => void this.pool.query('select 1'), 1000); constructor(readonly pool: Pool) {} async stop(): Promise<void> { clearInterval(this.#timer); await this.pool.query('select 2'); } }";
  const ordered = (ends: string) => reported('require-reverse-stop-order', { 'case.ts': `import { Pool } from 'pg';\n${store}\nexport async function run(): Promise<void> {\n  const pool = new Pool();\n  const store = new Store(pool);\n  ${ends}\n}` });
  expect(ordered('await pool.end();')).toEqual([]);
  expect(ordered('await store.stop();\n  await pool.end();')).toEqual([]);
  expect(ordered('await pool.end();\n  await store.stop();')).toEqual(['pool.end()']);
});

describe('a class calls nothing but what decorates it', () => {
  const decorators = 'declare function Entity(): ClassDecorator;\ndeclare function Column(type?: unknown): PropertyDecorator;\n';
  const entity = (members: string) => `${decorators}@Entity()\nexport class Post { @Column(() => String) title = ''; ${members} }`;

  test('it owns nothing', () => {
    expect(reported('require-teardown', { 'case.ts': entity("@Column() text = '';") })).toEqual([]);
  });
  test.each([
    ["@Column() timer = setInterval(() => {}, 1000);", 'Post'],
    ["@Column(() => String) timer = setInterval(() => {}, 1000);", 'Post'],
    ["timer: NodeJS.Timeout | undefined; begin() { this.timer = setInterval(() => {}, 1000); }", 'Post'],
  ])('one that makes a timer owns it: %s', (members, name) => {
    expect(reported('require-teardown', { 'case.ts': entity(members) })).toEqual([name]);
  });
  test('and is told so where it is constructed', () => {
    expect(reported('no-start-in-constructor', { 'case.ts': entity('timer = setInterval(() => {}, 1000);') })).toEqual(['setInterval(() => {}, 1000)']);
  });
  test('a turn that arms the next one is late', () => {
    const code = 'stopped = false; async turn() { await fetch("/"); this.timer = setTimeout(() => this.turn(), 1000); } timer?: NodeJS.Timeout; stop() { clearTimeout(this.timer); }';
    expect(reported('no-start-after-stop', { 'case.ts': entity(code) })).toEqual(['setTimeout(() => this.turn(), 1000)']);
  });
  test('one that is handed what JSDoc says that it takes over owes that', () => {
    const files = { 'case.ts': `import type { Server } from 'node:http';\n${decorators}@Entity()\nexport class Site { constructor(/** @owns */ private readonly server: Server) {} get address() { return this.server.address; } }` };
    expect(reported('require-teardown', files)).toEqual(['Site']);
  });
  test('one that is handed by default what the function around it made is mixed', () => {
    const files = { 'case.ts': "import { Redis } from 'ioredis';\nexport function store(client: Redis = new Redis()) { return class Store { readonly client = client; close = client.disconnect; }; }" };
    expect(reported('no-mixed-ownership', files)).toEqual(['client']);
  });
});

describe('calls are looked for under the names that they call', () => {
  const opened = "import { opendir } from 'node:fs/promises';\n";

  test('a loop that ends what it iterates calls nothing', () => {
    const loop = (after: string) => reported('no-use-after-dispose', { 'case.ts': `${opened}export async function run(): Promise<void> {\n  const dir = await opendir('.');\n  for await (const entry of dir) console.log(entry.name);\n  ${after}\n}` });
    expect(loop('await dir.read();')).toEqual(['dir.read()']);
    expect(loop('console.log(dir.path);')).toEqual([]);
  });
  test('a field is started in a method that makes nothing', () => {
    const start = (after: string) => reported('no-leak-on-failed-start', { 'case.ts': `declare function check(): Promise<void>;\nclass Door {\n  async startup(): Promise<void> { await check(); }\n  async stop(): Promise<void> { await check(); }\n}\nexport class House {\n  readonly #door = new Door();\n  async start(): Promise<void> {\n    await this.#door.startup();\n    ${after}\n  }\n  async stop(): Promise<void> { await this.#door.stop(); }\n}` });
    expect(start('await check();')).toEqual(['this.#door.startup()']);
    expect(start('')).toEqual([]);
  });
  test.each([["import * as chokidar from 'chokidar'", 'chokidar.watch'], ["import chokidar from 'chokidar'", 'chokidar.watch'], ["import { watch as observe } from 'chokidar'", 'observe']])('without types, the import tells what is called: %s', (imported, callee) => {
    const made = (name: string) => reported('require-disposal', { 'untyped.d.ts': "declare module 'chokidar';", 'case.ts': `${imported};\nexport function run(): void { ${name}('.'); }` });
    expect(made(callee)).toEqual([`${callee}('.')`]);
    expect(made(`console.${callee.split('.').at(-1)!}`)).toEqual([]);
  });
});

describe('which helpers are teardown is asked where something begins', () => {
  const owned = (members: string) => reported('require-owned-disposal', { 'case.ts': `import type { EventEmitter } from 'node:events';\nexport class Feed { constructor(private readonly bus: EventEmitter) {} private timer?: NodeJS.Timeout; private seen = 0; ${members} }` });

  test('what a helper of the teardown makes is no start', () => {
    expect(owned('stop() { this.finish(); } private finish() { setInterval(() => this.seen++, 10); }')).toEqual([]);
  });
  test('what another helper makes is', () => {
    expect(owned('stop() { this.seen = 0; } finish() { setInterval(() => this.seen++, 10); }')).toEqual(['setInterval(() => this.seen++, 10)']);
  });
  test('so is a listener, though the call makes nothing', () => {
    expect(owned("stop() { this.seen = 0; } finish() { this.bus.on('seen', () => this.seen++); }")).toEqual(["this.bus.on('seen', () => this.seen++)"]);
  });
  test('and work that goes on', () => {
    expect(owned("stop() { this.seen = 0; } start() { void this.run(); } private async run() { while (true) await fetch('/'); }")).toEqual(['this.run()']);
  });
});

describe('references to a name are looked for in the text', () => {
  const ended = (end: string) => reported('require-disposal', { 'case.ts': `export function run(work: () => void): void { const turn = setInterval(() => undefined, 10); const returns = 'turn'; ${end} }` });

  test('a longer name, a text and a comment are none', () => {
    expect(ended("/* clearInterval(turn) */ console.log(returns, 'turn');")).toEqual(['setInterval(() => undefined, 10)']);
  });
  test('the name itself is one, also where it is the last thing in the scope', () => {
    expect(ended('clearInterval(turn);')).toEqual([]);
    expect(ended('clearInterval(\n      // the last\n      turn)')).toEqual([]);
  });
  test('so is one that is written with an escape', () => {
    expect(ended('clearInterval(t\\u0075rn);')).toEqual([]);
  });
});

describe('what a class runs on import', () => {
  const begun = (member: string) => reported('no-start-on-import', { 'case.ts': `export class Clock { readonly name = 'clock'; ${member} }` });

  test('a static field begins, one of an instance does not', () => {
    expect(begun('static readonly turn = setInterval(() => undefined, 10);')).toEqual(['setInterval(() => undefined, 10)']);
    expect(begun('readonly turn = setInterval(() => undefined, 10);')).toEqual([]);
  });
  test('so does a static block', () => {
    expect(begun('static { setInterval(() => undefined, 10); }')).toEqual(['setInterval(() => undefined, 10)']);
  });
});
