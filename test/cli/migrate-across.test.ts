import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lifecycle } from './migrate-command.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

const types = { lib: ['es2022', 'dom', 'esnext.disposable'], types: [] };
const ticker = (name: string): string => `export class ${name} {
  #timer = setInterval(() => {}, 1);

  stop(): void {
    clearInterval(this.#timer);
  }
}
`;
const use = (name: string, from: string): string => `import { ${name} } from '${from}';

export async function use${name}(): Promise<void> {
  const ticker = new ${name}();
  ticker.stop();
}
`;
const base = { 'package.json': JSON.stringify({ type: 'module', engines: { node: '>=24' } }), 'tsconfig.json': tsconfig({ compilerOptions: types }) };
const project = (files: Record<string, string> = {}): string => temporaryProject({ ...base, 'lib/ticker.ts': ticker('Ticker'), 'src/use.ts': use('Ticker', '../lib/ticker.js'), ...files });
const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');
const started = '  const ticker = new Ticker();\n  await ticker.start();\n';
const moved = 'async start(): Promise<void> {\n    this.#timer = setInterval(() => {}, 1);';

describe('a site that needs edits in several files', () => {
  test('makes them all, and the report names the other files', () => {
    const folder = project();
    expect(lifecycle(folder, 'migrate', 'constructor-to-start', '--check', '--json')).toMatchObject({ code: 1 });
    const { code, out } = lifecycle(folder, 'migrate', 'constructor-to-start', '--write');
    expect(code).toBe(0);
    expect(out).toContain('lib/ticker.ts: changed\n  migrated lib/ticker.ts:2:12  start [start-moved]; also edits src/use.ts\nsrc/use.ts: changed\n');
    expect([read(folder, 'lib/ticker.ts').includes(moved), read(folder, 'src/use.ts').includes(started)]).toEqual([true, true]);
    expect(lifecycle(folder, 'migrate', 'constructor-to-start', '--check').code).toBe(0);
  });

  test('makes none when one of the files is not in the run', () => {
    const { code, out } = lifecycle(project(), 'migrate', 'constructor-to-start', 'lib', '--check');
    expect(code).toBe(0);
    expect(out).toContain('skipped  lib/ticker.ts:2:12  the site needs an edit in a file that this run does not edit (edits-elsewhere-refused)');
  });

  test('makes none when one of the files does not parse', () => {
    const { out } = lifecycle(project({ 'src/other.ts': `${use('Ticker', '../lib/ticker.js')}const = 1;\n` }), 'migrate', 'constructor-to-start', '--write');
    expect(out).toContain('skipped  lib/ticker.ts:2:12  the site needs an edit in a file that this run does not edit (edits-elsewhere-refused)');
  });

  test('is taken back in all of them when the compiler has something new to say of one', () => {
    const folder = project({ 'tsconfig.json': tsconfig({ compilerOptions: { ...types, module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' } }), 'package.json': '{}', 'src/top.ts': "import { Ticker } from '../lib/ticker';\n\nconst ticker = new Ticker();\nticker.stop();\n" });
    const { out } = lifecycle(folder, 'migrate', 'constructor-to-start', '--write');
    expect(out).toContain('skipped  lib/ticker.ts:2:12  the edit would add a compiler diagnostic (adds-diagnostic)');
    expect([read(folder, 'lib/ticker.ts'), read(folder, 'src/use.ts')]).toEqual([ticker('Ticker'), use('Ticker', '../lib/ticker.js')]);
  });

  test('is selected by its own place, and comes with what it edits elsewhere', () => {
    const folder = project({ 'lib/clock.ts': ticker('Clock'), 'src/clock.ts': use('Clock', '../lib/clock.js') });
    expect(lifecycle(folder, 'migrate', 'constructor-to-start', '--only', 'lib/ticker.ts:2', '--write').out).toContain('skipped  lib/clock.ts:2:12  the site was not selected (not-selected)');
    expect([read(folder, 'src/use.ts').includes('start()'), read(folder, 'src/clock.ts').includes('start()')]).toEqual([true, false]);
  });

  test('shares a file with sites of other files', () => {
    const both = `import { Clock } from '../lib/clock.js';\nimport { Ticker } from '../lib/ticker.js';\n\nexport async function useBoth(): Promise<void> {\n  for (const one of [new Clock(),new Ticker()]) one.stop();\n  const kept = [new Ticker(),new Clock()];\n  for (const one of kept) one.stop();\n}\n`;
    const folder = project({ 'lib/clock.ts': ticker('Clock'), 'src/both.ts': both });
    expect(lifecycle(folder, 'migrate', 'constructor-to-start', '--write').out).toContain('migrated: 2 start');
    expect(read(folder, 'src/both.ts')).toContain('  for (const one of [await Clock.create(),await Ticker.create()]) one.stop();\n  const kept = [await Ticker.create(),await Clock.create()];\n');
  });

  test('is held together by a saved plan', () => {
    const folder = project({ 'lib/clock.ts': ticker('Clock'), 'src/clock.ts': use('Clock', '../lib/clock.js') });
    lifecycle(folder, 'migrate', 'constructor-to-start', '--plan', 'plan.json');
    writeFileSync(path.join(folder, 'src/use.ts'), `// edited meanwhile\n${use('Ticker', '../lib/ticker.js')}`);
    const { code, out } = lifecycle(folder, 'migrate', '--from', 'plan.json', '--write');
    expect(code).toBe(1);
    expect(out).toContain('lib/ticker.ts was left alone: what would change in it belongs to changes in src/use.ts, which could not be done.');
    expect([read(folder, 'lib/ticker.ts'), read(folder, 'src/clock.ts').includes('start()')]).toEqual([ticker('Ticker'), true]);
  });
});

describe('a file that several programs hold', () => {
  const split = (test: string): string => project({ 'tsconfig.json': tsconfig({ compilerOptions: types, include: ['lib', 'src'] }), 'test/tsconfig.json': tsconfig({ compilerOptions: types }), 'test/use.ts': test });

  test('is edited as all of them see it', () => {
    const folder = split(use('Ticker', '../lib/ticker.js'));
    expect(lifecycle(folder, 'migrate', 'constructor-to-start', '--write').out).toContain('also edits src/use.ts, test/use.ts');
    expect([read(folder, 'src/use.ts'), read(folder, 'test/use.ts')].map((text) => text.includes(started))).toEqual([true, true]);
  });

  test('stays for the reason that one of them has', () => {
    const { out } = lifecycle(split("import { Ticker } from '../lib/ticker.js';\n\nexport function sync(): Ticker {\n  return new Ticker();\n}\n"), 'migrate', 'constructor-to-start', '--check');
    expect(out).toContain('skipped  lib/ticker.ts:2:12  a place that constructs the class cannot wait for its start (site-cannot-await)');
  });
});
