import { describe, expect, test } from 'vitest';
import type { Settings } from '../../analysis/settings.ts';
import { storiesOf } from './harness.ts';
import { leaksOf } from './in-words.ts';

const leaks = (code: string, settings?: Settings, files = {}) => leaksOf(storiesOf(code, { settings, files })).filter((leak) => leak.includes(' certain:'));

describe('contracts of a type that the catalogue has', () => {
  const drain: Settings = {
    contracts: [{ type: { from: 'package', package: 'pg', name: 'Pool' }, kind: 'pool', acquire: [{ by: 'new', begins: 'eager' }], release: [{ method: 'drainAll', completion: 'promise' }], evidence: [] }],
  };
  const pool = (method: string) => `import { Pool } from 'pg';\nexport async function f() {\n  const pool = new Pool() as Pool & { drainAll(): Promise<void> };\n  await pool.${method}();\n}`;

  test('add a release and keep the others', () => {
    expect(leaks(pool('drainAll'))).not.toEqual([]);
    expect(leaks(pool('drainAll'), drain)).toEqual([]);
    expect(leaks(pool('end'), drain)).toEqual([]);
  });
});

describe('a name of the program may be limited to a file', () => {
  const code = "import { Tap } from './plumbing/tap';\nexport function f() {\n  const tap = new Tap();\n}";
  const files = { 'plumbing/tap.ts': 'export class Tap { readonly #timer = setInterval(() => {}, 1000); close() { clearInterval(this.#timer); } }' };
  const ignoring = (path?: string): Settings => ({ ignore: [{ from: 'file', name: 'Tap', ...(path ? { path } : {}) }] });

  test('whose path ends like the given one', () => {
    expect(leaks(code, undefined, files)).toHaveLength(1);
    for (const path of [undefined, 'plumbing/tap.ts', './plumbing/tap.ts', 'tap.ts']) expect(leaks(code, ignoring(path), files)).toEqual([]);
    for (const path of ['other/tap.ts', 'ap.ts', 'plumbing/tap']) expect(leaks(code, ignoring(path), files)).toHaveLength(1);
  });
});
