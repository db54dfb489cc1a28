import type ts from 'typescript';
import { startedBy } from '../../analysis/contracts/calls.ts';
import { referencesIn } from '../../analysis/ownership/references.ts';
import { enclosingFunction, isWithin, outermost, skipTransparent, type FunctionWithBody } from '../../analysis/syntax.ts';
import type { View } from '../../analysis/view.ts';
import { takeOut } from '../../plans/constructor-to-start/insert.ts';
import type { Fate, StartFacts } from '../../plans/provider-to-unstarted/facts.ts';
import type { Reason } from '../../plans/reasons.ts';
import { withComments } from '../constructor-to-start/with-comments.ts';
import { commentsOf } from './comments-of.ts';
import { fateOf, worstFate } from './fate.ts';
import type { Need } from './needs-of.ts';
import { newProvider } from './new-provider.ts';
import type { Container } from './container-of.ts';
import type { Registered } from './registered.ts';
import { releaseOfContract } from './release-facts.ts';

/** A start, and the `await` of it. */
export interface Started {
  readonly facts: StartFacts;
  readonly wait: ts.Node | undefined;
}

/** A start that is found in a provider. */
export interface FoundStart {
  readonly container: Container;
  readonly registered: Registered;
  readonly maker: FunctionWithBody;
  readonly needs: readonly Need[];
  readonly at: ts.Expression;
  /** What becomes of the provided value in other providers. */
  readonly others: Fate;
  /** The names that the container knows. */
  readonly keys: Set<string>;
}

/** `const x = …;` and `await x.start();`, both statements of the provider. */
export interface Steps {
  readonly body: ts.Block;
  readonly declaration: ts.VariableDeclaration & { readonly name: ts.Identifier; readonly initializer: ts.Expression };
  readonly declared: ts.VariableStatement;
  readonly started: ts.ExpressionStatement;
  readonly call: ts.CallExpression;
}

export function startFacts(view: View, found: FoundStart): Started {
  const steps = stepsOf(view, found);
  const wait = found.at.parent;
  if (typeof steps === 'string') return { facts: doubtful(steps), wait };
  const { declaration, started, call, body } = steps;
  const isOwn = returnOf(view, body)?.getText() === declaration.name.text;
  if (!call.arguments.every((argument) => isLiteral(view, argument))) return { facts: doubtful('start-needs-provider'), wait };
  const placed = isOwn ? isLastStep(body, started) : undefined;
  if (placed === false) return { facts: doubtful('provider-does-more'), wait };
  const made = isOwn ? undefined : newProvider(view, found, steps);
  if (typeof made === 'string') return { facts: doubtful(made), wait };
  const contract = startedBy(view, call)?.contract;
  const file = body.getSourceFile();
  const leaves = made?.edits ?? takeOut(file.text, { start: body.getStart() + 1, end: body.end - 1 }, [withComments(view, started)]).map((edit) => ({ ...edit, file: file.fileName }));
  return {
    wait,
    facts: {
      doubt: undefined, at: call.getStart(), isOwn, leaves, ...commentsOf(view, started),
      key: made?.key ?? found.registered.key,
      call: file.text.slice((call.expression as ts.PropertyAccessExpression).expression.end, call.end),
      awaited: view.ts.isAwaitExpression(started.expression),
      release: contract && releaseOfContract(view, declaration.name, contract),
      fate: worstFate([...usesBeside(view, steps).map((use) => fateOf(view, use)), ...(isOwn ? [found.others] : [])]),
    },
  };
}

function doubtful(doubt: Reason): StartFacts {
  return { doubt, at: 0, isOwn: true, key: '', above: [], beside: '', call: '', awaited: false, leaves: [], release: undefined, fate: 'unknown' };
}

function stepsOf(view: View, { maker, at }: FoundStart): Steps | Reason {
  const { ts: typescript } = view;
  const { body } = maker;
  const wait = outermost(typescript, at).parent;
  const started = typescript.isAwaitExpression(wait) ? wait.parent : wait;
  if (!typescript.isBlock(body) || enclosingFunction(typescript, at) !== maker || !typescript.isCallExpression(at) || started.parent !== body || !typescript.isExpressionStatement(started)) return 'provider-does-more';
  if (!typescript.isAwaitExpression(wait) && view.types.isThenable(view.types.typeOf(at))) return 'provider-does-more';
  const object = typescript.isPropertyAccessExpression(at.expression) && !at.expression.questionDotToken ? skipTransparent(typescript, at.expression.expression) : undefined;
  const declaration = object && typescript.isIdentifier(object) ? view.types.symbolOf(object)?.valueDeclaration : undefined;
  if (!declaration || !typescript.isVariableDeclaration(declaration) || !declaration.initializer || !typescript.isIdentifier(declaration.name)) return 'provider-does-more';
  const list = declaration.parent;
  const declared = list.parent;
  const isConstant = typescript.isVariableDeclarationList(list) && list.declarations.length === 1 && (list.flags & typescript.NodeFlags.Const) !== 0;
  if (!isConstant || !typescript.isVariableStatement(declared) || declared.parent !== body) return 'provider-does-more';
  return { body, declaration: declaration as Steps['declaration'], declared, started, call: at };
}

function returnOf({ ts: typescript }: View, { statements }: ts.Block): ts.Expression | undefined {
  const last = statements.at(-1);
  return last && typescript.isReturnStatement(last) && last.expression ? skipTransparent(typescript, last.expression) : undefined;
}

/** Right in front of the return. */
function isLastStep({ statements }: ts.Block, started: ts.Statement): boolean {
  return statements.indexOf(started) === statements.length - 2;
}

function isLiteral(view: View, node: ts.Expression): boolean {
  const { ts: typescript } = view;
  const { SyntaxKind } = typescript;
  if (typescript.isObjectLiteralExpression(node)) return node.properties.every((property) => typescript.isPropertyAssignment(property) && isLiteral(view, property.initializer));
  return typescript.isStringLiteralLike(node) || typescript.isNumericLiteral(node) || [SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword, SyntaxKind.NullKeyword].includes(node.kind);
}

/** What the provider does with it besides the start and handing it out. */
function usesBeside(view: View, { declaration, started, body }: Steps): readonly ts.Identifier[] {
  const symbol = view.types.symbolOf(declaration.name);
  const returned = returnOf(view, body);
  return symbol ? referencesIn(view, symbol, body).filter((node) => !isWithin(node, started) && node !== returned) : [];
}
