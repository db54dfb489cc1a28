import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { below, directlyBelow, runningBelow, type Shape } from '../../analysis/nodes.ts';

const code = `
class Pool {
  readonly size = this.count(() => new Counter());
  open(hosts: string[]) {
    const made = hosts.map((host) => connect(host, () => retry(host)));
    if (made.length > 0) return new Group(made, class extends Base { close() { return done(); } });
    return first(made);
  }
  abstract close(): void;
}
const run = async () => await start(new Pool());
const both = [() => run(), start(run)];
run();
`;
const file = ts.createSourceFile('pool.ts', code, ts.ScriptTarget.Latest, true);
const [pool] = below(ts, file, 'class');
const open = pool!.members.find(ts.isMethodDeclaration)!;

/** The walk that the index stands for. */
function walked(root: ts.Node, wanted: (node: ts.Node) => boolean, into: (nested: ts.Node) => boolean): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (wanted(node)) found.push(node);
    if ((ts.isFunctionLike(node) || ts.isClassLike(node)) && !into(node)) return;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(root, visit);
  return found;
}

const isBegin = (node: ts.Node) => ts.isCallExpression(node) || ts.isNewExpression(node);
const texts = (nodes: readonly ts.Node[]) => nodes.map((node) => node.getText());

describe('nodes of a shape', () => {
  const roots: readonly [string, ts.Node][] = [['a file', file], ['a class', pool!], ['a method', open], ['a body', open.body!], ['an expression', directlyBelow(ts, open, 'call')[0]!]];
  it.each(roots)('below %s are those of a walk', (_name, root) => {
    expect(texts(below(ts, root, 'call', 'new'))).toEqual(texts(walked(root, isBegin, () => true)));
    expect(texts(directlyBelow(ts, root, 'call', 'new'))).toEqual(texts(walked(root, isBegin, () => false)));
    expect(texts(runningBelow(ts, root, ts.isArrowFunction, 'call', 'new'))).toEqual(texts(walked(root, isBegin, ts.isArrowFunction)));
  });
  it('functions are those that have a body', () => {
    expect(texts(below(ts, pool!, 'function')).map((text) => text.slice(0, 12))).toEqual(['() => new Co', 'open(hosts: ', '(host) => co', '() => retry(', 'close() { re']);
  });
  it.each<[Shape, number]>([['class', 2], ['await', 1], ['return', 3], ['variable', 3], ['if', 1], ['interface', 0]])('%s: %i', (shape, count) => {
    expect(below(ts, file, shape)).toHaveLength(count);
  });
});
