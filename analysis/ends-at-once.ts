import type ts from 'typescript';
import { doesSomethingAsync } from './construction/promises.ts';
import { calleeBody, releasedBy } from './contracts/calls.ts';
import { releasesSomething } from './contracts/touches.ts';
import { subclassesOf } from './ownership/subclasses.ts';
import { below, directlyBelow } from './nodes.ts';
import { enclosingClass, hasBody, isAsync, memberAccess, memberName, skipTransparent, type FunctionWithBody } from './syntax.ts';
import type { View } from './view.ts';

/**
 * Whether a call of a method of the program has done everything when it returns, though it returns a promise: an `async` method
 * without an `await` that holds nothing it would release, and so are those that override it (docs/clauses.md, rule 5).
 * An empty body is a place for what is not in sight.
 */
export function endsAtOnce(view: View, call: ts.CallExpression): boolean {
  const access = memberAccess(view.ts, skipTransparent(view.ts, call.expression));
  const declaration = access && view.types.symbolOf(access.nameNode)?.valueDeclaration;
  const owner = declaration && enclosingClass(view.ts, declaration);
  if (!access || !owner || owner.getSourceFile().isDeclarationFile) return false;
  const overrides = subclassesOf(view, owner).flatMap((one) => one.members.filter((member) => memberName(view.ts, member.name) === access.name));
  return [declaration, ...overrides].every((member) => {
    const body = bodyIn(view, member);
    return body !== undefined && returnsWhenDone(view, body);
  });
}

/** A method, or the function that a property holds: `stop = async () => { … }` */
function bodyIn(view: View, member: ts.Node): FunctionWithBody | undefined {
  if (hasBody(member)) return member;
  const value = view.ts.isPropertyDeclaration(member) && member.initializer ? skipTransparent(view.ts, member.initializer) : undefined;
  return hasBody(value) ? value : undefined;
}

function returnsWhenDone(view: View, body: FunctionWithBody): boolean {
  const { ts: typescript } = view;
  if (!isAsync(typescript, body) || !typescript.isBlock(body.body) || body.body.statements.length === 0) return false;
  const waits = directlyBelow(typescript, body.body, 'await', 'forOf', 'return').some((node) => typescript.isAwaitExpression(node) || (typescript.isForOfStatement(node) && node.awaitModifier) || (typescript.isReturnStatement(node) && node.expression));
  return !waits && !doesSomethingAsync(view, body) && !releasesMore(view, body);
}

/** It releases something besides a controller that it aborts. */
function releasesMore(view: View, body: FunctionWithBody): boolean {
  return releasesSomething(view, body) && below(view.ts, body, 'call').some((call) => mayRelease(view, call));
}

function mayRelease(view: View, call: ts.CallExpression): boolean {
  const helper = calleeBody(view, call);
  return releasedBy(view, call) !== undefined || (helper !== undefined && releasesSomething(view, helper));
}
