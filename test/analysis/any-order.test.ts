import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { inferredContract } from '../../analysis/contracts/infer.ts';
import { stories } from '../../analysis/index.ts';
import { longestChain } from '../../analysis/memory.ts';
import { parameterEffect } from '../../analysis/ownership/argument-effect.ts';
import { allDescendants, hasBody } from '../../analysis/syntax.ts';
import { viewOf, type View } from '../../analysis/view.ts';
import { requireDisposal } from '../../rules/require-disposal.ts';
import { circles } from '../circles.ts';
import { fixturePath, programOf } from '../program.ts';

const program = programOf(circles);
const names = Object.keys(circles);

/** What is leaked in the files, asked for in their order. */
function leaksOf(view: View, order: readonly string[]): readonly string[] {
  const found = order.flatMap((name) => {
    const file = program.getSourceFile(fixturePath(name))!;
    return stories(ts, program, file, view.settings).resources.filter((story) => story.leaks.length > 0).map(({ resource, birth }) => `${name}:${file.getLineAndCharacterOfPosition(birth.node.getStart()).line + 1} ${resource.name}`);
  });
  return found.toSorted();
}

function permutations(items: readonly string[]): string[][] {
  return items.length === 0 ? [[]] : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

const leaks = ['main.ts:12 right', 'main.ts:21 timer', 'main.ts:7 left'];

test('the leaks are the same in any order of the files', () => {
  for (const order of permutations(names)) expect(leaksOf(viewOf(ts, program, {}), order), order.join()).toEqual(leaks);
});

describe('what is asked first does not matter', () => {
  const nodes = names.flatMap((name) => [...allDescendants(ts, program.getSourceFile(fixturePath(name))!)]);

  test.each(nodes.filter(ts.isClassLike).map((node) => [node.name!.text, node] as const))('the contract of %s', (_name, node) => {
    const view = viewOf(ts, program, {});
    expect(inferredContract(view, node)?.contract.start).toEqual([{ method: 'start', completion: 'sync' }]);
    expect(leaksOf(view, names)).toEqual(leaks);
  });

  test.each(nodes.filter(ts.isFunctionDeclaration).filter((node) => node.parameters.length > 0).map((node) => [node.name!.text, node] as const))('what %s() does with its parameter', (name, node) => {
    const view = viewOf(ts, program, {});
    if (!hasBody(node)) throw new Error('a declaration');
    expect(parameterEffect(view, node, 0, undefined)).toBe(name.startsWith('p') ? 'releases' : 'borrows');
    expect(leaksOf(view, names)).toEqual(leaks);
  });
});

describe('a chain of functions', () => {
  const handedDown = (length: number) => {
    const functions = Array.from({ length }, (_none, index) => `function hand${index}(timer: NodeJS.Timeout) {\n  ${index + 1 < length ? `hand${index + 1}(timer)` : 'console.log(timer)'};\n}`);
    const code = `export function run() {\n  const timer = setInterval(() => {}, 1000);\n  hand0(timer);\n}\n${functions.join('\n')}\n`;
    const long = programOf({ 'chain.ts': code });
    const told = stories(ts, long, long.getSourceFile(fixturePath('chain.ts'))!, {});
    return { findings: requireDisposal.ask(told, requireDisposal.defaultOptions).length, bailOuts: told.bailOuts.map(({ reason }) => reason) };
  };

  test('is followed to its end', () => {
    expect(handedDown(20)).toEqual({ findings: 1, bailOuts: [] });
  });

  test('that is longer than the bound is silent, and counted', () => {
    const { findings, bailOuts } = handedDown(longestChain + 5);
    expect(findings).toBe(0);
    expect(bailOuts).toContain('depth limit');
  });
});
