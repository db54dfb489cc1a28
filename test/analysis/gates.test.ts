import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { stories } from '../../analysis/index.ts';
import { questions } from '../../rules/index.ts';
import { presetOptions } from '../../rules/presets.ts';
import { fixturePath, programOf } from '../program.ts';

/** What a rule of `strict` reports in `case.ts`: the code it reports. */
function reported(rule: string, files: Record<string, string>): string[] {
  const program = programOf(files);
  const file = program.getSourceFile(fixturePath('case.ts'))!;
  const question = questions.find(({ name }) => name === rule)!;
  const found = question.ask(stories(ts, program, file), { ...question.defaultOptions, ...presetOptions('strict', question) });
  return found.map(({ start, end }) => file.text.slice(start, end));
}

describe('a class or interface declares no dispose symbol, by its syntax', () => {
  const disposed = (declarations: string) => reported('require-disposal', { 'case.ts': `${declarations}\nexport function run(): number { const page = new Page(); return page.size; }` });

  test('it is looked for under its own name', () => {
    expect(disposed('class Page { size = 1; [Symbol.dispose](): void { this.size = 0; } }')).toEqual(['new Page()']);
  });
  test('under the name of a constant that holds it', () => {
    expect(disposed('declare const disposeSymbol: typeof Symbol.dispose;\nclass Page { size = 1; [disposeSymbol](): void { this.size = 0; } }')).toEqual(['new Page()']);
  });
  test('in what it extends', () => {
    expect(disposed('class Sheet { size = 1; [Symbol.dispose](): void { this.size = 0; } }\nclass Page extends Sheet { wide = true; }')).toEqual(['new Page()']);
  });
  test('in an interface that is merged with the class', () => {
    expect(disposed('interface Page { [Symbol.dispose](): void }\nclass Page { size = 1; }')).toEqual(['new Page()']);
  });
  test('a class with another symbol for a name has none', () => {
    expect(disposed('class Page { size = 1; [Symbol.toStringTag] = "page"; }')).toEqual([]);
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
  const handed = (members: string) => reported('require-disposal', { 'case.ts': `class Sheet { size = 1; ${members} }\nclass Page extends Sheet { wide = true; }\nfunction makePage() { return new Page(); }\nexport function run(): void { makePage(); }` });

  test('what a function makes of it is no resource', () => {
    expect(handed('clear(): void { this.size = 0; }')).toEqual([]);
  });
  test('one that inherits a dispose symbol is', () => {
    expect(handed('[Symbol.dispose](): void { this.size = 0; }')).toEqual(['makePage()']);
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
