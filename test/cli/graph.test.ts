import { expect, test } from 'vitest';
import { graphIn, workerProject } from './graph-in.ts';
import { temporaryProject, tsconfig } from './temporary-project.ts';

test('mermaid: owners above what they own, dotted lines to what was given, the leak in its colour', async () => {
  const { code, out, err } = await graphIn(workerProject());
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n').filter((line) => !line.includes('classDef'))).toEqual([
    'flowchart TB',
    '  subgraph e1_all[" "]',
    '    e1(["run()<br>src/run.ts:3"]):::entry',
    '    e1_1["store<br>Store<br>starts 1 · stops 2"]:::leak',
    '    e1_2["poller<br>Poller<br>starts 2 · stops 1"]:::fine',
    '    e1_2_1["this.#35;timer<br>Timeout<br>starts 1 · stops 1"]:::fine',
    '    e1 --> e1_1',
    '    e1 --> e1_2',
    '    e1_2 --> e1_2_1',
    '    e1_2 -.-> e1_1',
    '  end',
    '',
  ]);
});

test('dot: a cluster for each entry', async () => {
  const { out } = await graphIn(workerProject(), { format: 'dot' });
  expect(out).toBe(`digraph lifecycle {
  node [shape=box, style="rounded,filled", fontname="sans-serif"];
  subgraph "cluster_e1" {
    label="run()";
    "e1" [label="run()\\nsrc/run.ts:3", fillcolor="#ddf4ff", color="#0969da"];
    "e1.1" [label="store\\nStore\\nstarts 1 · stops 2", fillcolor="#ffd7d5", color="#cf222e"];
    "e1.2" [label="poller\\nPoller\\nstarts 2 · stops 1", fillcolor="#dafbe1", color="#1a7f37"];
    "e1.2.1" [label="this.#timer\\nTimeout\\nstarts 1 · stops 1", fillcolor="#dafbe1", color="#1a7f37"];
    "e1" -> "e1.1";
    "e1" -> "e1.2";
    "e1.2" -> "e1.2.1";
    "e1.2" -> "e1.1" [style=dashed, constraint=false];
  }
}
`);
});

test('json: each resource with its owner, its turns, and the findings with their paths', async () => {
  const { out } = await graphIn(workerProject(), { format: 'json' });
  const { version, entries } = JSON.parse(out) as { version: number; entries: { resources: Record<string, unknown>[] }[] };
  const [store, poller, timer] = entries[0]!.resources;
  expect([version, entries.length, entries[0]!.resources.length]).toEqual([1, 1, 3]);
  expect(store).toMatchObject({
    id: 'e1.1',
    owner: 'e1',
    name: 'store',
    borrowed: false,
    at: { file: 'src/run.ts', line: 4, column: 17 },
    starts: { rank: 1, at: { line: 5, column: 9 } },
    stops: { rank: 2, by: 'call', at: { line: 9, column: 9 } },
    needs: [],
    findings: [{ ruleId: 'lifecycle/require-disposal', verdict: 'leak', file: 'src/run.ts', line: 5, column: 9 }],
  });
  expect((store!['findings'] as { path: { line: number; note: string }[] }[])[0]!.path.map(({ line, note }) => `${line} ${note}`)).toEqual([
    "4 'store' is created",
    "5 'store' is started",
    "7 'poller.start()' may reject",
    "10 leaves with 'store' live",
  ]);
  expect([poller!['needs'], timer!['owner'], timer!['findings']]).toEqual([['e1.1'], 'e1.2', []]);
});

test('svg: one picture, a box for each, names escaped', async () => {
  const { out } = await graphIn(workerProject(), { format: 'svg' });
  expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="[\d.]+" height="[\d.]+"/);
  expect([...out.matchAll(/data-id="([\w.]+)" data-verdict="(\w+)"/g)].map(([, id, verdict]) => `${id} ${verdict}`)).toEqual(['e1 entry', 'e1.1 leak', 'e1.2 fine', 'e1.2.1 fine']);
});

test('a class that nothing here makes is an entry of its own; --entry chooses', async () => {
  const folder = workerProject();
  const services = await graphIn(folder, { paths: ['src/services.ts'] });
  expect(services.out).toContain('e1(["Poller<br>src/services.ts:7"])');
  expect((await graphIn(folder, { entry: ['run'] })).out).toContain('e1(["run()<br>');
  expect(await graphIn(folder, { entry: ['walk'] })).toEqual({ code: 2, out: '', err: "lifecycle: there is no entry 'walk' (run())\n" });
});

test('classes that hold each other are shown once, and the cycle is cut', async () => {
  const cycle = `export class A { readonly b = new B(); async start(): Promise<void> { await this.b.start(); } async stop(): Promise<void> { await this.b.stop(); } }
export class B { a: A | undefined; async start(): Promise<void> { this.a = new A(); await this.a.start(); } async stop(): Promise<void> { await this.a?.stop(); } }
`;
  const { out } = await graphIn(temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': cycle }));
  expect(out.split('\n').filter((line) => /\[/.test(line))).toEqual([
    '  subgraph e1_all[" "]',
    '    e1(["A<br>a.ts:1"]):::other',
    '    e1_1["this.b<br>B<br>starts 1 · stops 1"]:::other',
    '    e1_1_1["this.a<br>A<br>starts 1 · stops 1"]:::fine',
  ]);
});

test('bad input is one sentence', async () => {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig(), 'a.ts': 'export const a = ;\n' });
  expect(await graphIn(folder, { format: 'png' })).toEqual({ code: 2, out: '', err: "lifecycle: there is no format 'png' (mermaid, dot, json, svg, html)\n" });
  expect(await graphIn(folder, { paths: ['gone'] })).toEqual({ code: 2, out: '', err: "lifecycle: there is no file or folder 'gone'\n" });
  expect(await graphIn(folder)).toMatchObject({ code: 1, err: 'lifecycle: a.ts:1:18: Expression expected\n' });
});
