import { expect, test } from 'vitest';
import { findingsIn } from './scan-in.ts';
import { install, temporaryProject, tsconfig } from './temporary-project.ts';

const stop = 'declare const s: { stop(): Promise<void> };';

/** Line and rule of each finding in a file, with all rules on. */
async function reported(text: string, name = 'a.ts'): Promise<string[]> {
  const folder = temporaryProject({ 'tsconfig.json': tsconfig({ compilerOptions: { jsx: 'preserve', module: 'nodenext' } }), [name]: text });
  return (await findingsIn(folder, { rule: ['dropped-interval', 'dropped-stop'] })).map((finding) => finding.replace(/^.*?:(\d+):\d+/, '$1'));
}

test('a whole file, all rules or some', async () => {
  expect(await reported('/* eslint-disable */\nsetInterval(() => {}, 1);\n')).toEqual([]);
  expect(await reported(`/* eslint-disable lifecycle/dropped-stop -- the process ends */\n${stop}\ns.stop();\nsetInterval(() => {}, 1);\n`)).toEqual(['4 dropped-interval']);
  expect(await reported('/* eslint-disable no-console, other/rule */\nsetInterval(() => {}, 1);\n')).toEqual(['2 dropped-interval']);
});

test('one line', async () => {
  expect(await reported('setInterval(() => {}, 1); // eslint-disable-line\nsetInterval(() => {}, 2);\n')).toEqual(['2 dropped-interval']);
  expect(await reported('setInterval(() => {}, 1); /* eslint-disable-line lifecycle/dropped-interval */\n')).toEqual([]);
  expect(await reported('setInterval(() => {}, 1); // eslint-disable-line lifecycle/dropped-stop\n')).toEqual(['1 dropped-interval']);
});

test('the next line, also after a comment of several lines, and at the end of a file', async () => {
  expect(await reported('// eslint-disable-next-line lifecycle/dropped-interval -- on purpose\nsetInterval(() => {}, 1);\nsetInterval(() => {}, 2);\n')).toEqual(['3 dropped-interval']);
  expect(await reported('/* eslint-disable-next-line\n  lifecycle/dropped-stop,\n  lifecycle/dropped-interval\n*/\nsetInterval(() => {}, 1);\n')).toEqual([]);
  expect(await reported('// eslint-disable-next-line\nsetInterval(() => {}, 1);')).toEqual([]);
  expect(await reported('setInterval(() => {}, 1);\n// eslint-disable-next-line')).toEqual(['1 dropped-interval']);
});

test('a block between disable and enable; enabling one rule leaves the other off', async () => {
  const text = `${stop}
/* eslint-disable */
s.stop(); setInterval(() => {}, 1);
/* eslint-enable lifecycle/dropped-stop */
s.stop(); setInterval(() => {}, 2);
/* eslint-enable */
s.stop(); setInterval(() => {}, 3);
`;
  expect(await reported(text)).toEqual(['5 dropped-stop', '7 dropped-stop', '7 dropped-interval']);
});

test('a line comment cannot disable a block', async () => {
  expect(await reported('// eslint-disable\nsetInterval(() => {}, 1);\n')).toEqual(['2 dropped-interval']);
});

test('text that only looks like a comment says nothing', async () => {
  expect(await reported('export const a = "/* eslint-disable */";\nsetInterval(() => {}, 1);\n')).toEqual(['2 dropped-interval']);
  expect(await reported('export const a = `${1} /* eslint-disable */`;\nsetInterval(() => {}, 1);\n')).toEqual(['2 dropped-interval']);
  expect(await reported('// see /* eslint-disable */\nsetInterval(() => {}, 1);\n')).toEqual(['2 dropped-interval']);
  expect(await reported('export const a = /[/* eslint-disable */]/;\nsetInterval(() => {}, 1);\n')).toEqual(['2 dropped-interval']);
  expect(await reported('export const a = <p>/* eslint-disable */</p>;\nsetInterval(() => {}, 1);\n', 'a.tsx')).toEqual(['2 dropped-interval']);
  expect(await reported('export const a = <p>{/* eslint-disable */}</p>;\nsetInterval(() => {}, 1);\n', 'a.tsx')).toEqual([]);
});

test('comments anywhere in the code are seen', async () => {
  expect(await reported('#!/usr/bin/env node\n/* eslint-disable */\nsetInterval(() => {}, 1);\n')).toEqual([]);
  expect(await reported('/** A page. */ /* eslint-disable */\nexport class A {\n  m(/* nothing */) {\n    setInterval(() => {}, 1);\n  }\n}\n')).toEqual([]);
  expect(await reported('export class A {\n  m() {\n    // eslint-disable-next-line\n    setInterval(() => {}, 1);\n    /* eslint-disable */\n  }\n}\nsetInterval(() => {}, 1);\n')).toEqual([]);
});

test('an `eslint` comment sets a rule for its file', async () => {
  expect(await reported(`/* eslint lifecycle/dropped-interval: "off" */\n${stop}\ns.stop();\nsetInterval(() => {}, 1);\n`)).toEqual(['3 dropped-stop']);
  expect(await reported('/* eslint lifecycle/dropped-interval: ["error", { "report": "likely" }] */\nsetTimeout(() => {}, 1);\n')).toEqual(['2 dropped-interval']);
});

test('linterOptions.noInlineConfig makes comments count for nothing', async () => {
  const folder = temporaryProject({
    'tsconfig.json': tsconfig(),
    'eslint.config.mjs': 'export default [{ linterOptions: { noInlineConfig: true } }];\n',
    'a.ts': '/* eslint-disable */\nsetInterval(() => {}, 1);\n',
  });
  install(folder, 'eslint');
  expect(await findingsIn(folder)).toEqual(['a.ts:2:1 dropped-interval']);
});
