import type ts from 'typescript';
import { contractOfValue } from '../contracts/of-type.ts';
import { isTest } from '../is-test.ts';
import { below } from '../nodes.ts';
import { enclosingFunction, fieldOfThis, hasModifier, isThis, isWithin, memberName, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { ownFiles } from './program-references.ts';
import { referencesIn } from './references.ts';
import { useOf } from './uses.ts';

/**
 * Whether a resource that a constructor is given goes where the new instance goes: the instance keeps it in a field, whoever has the instance releases
 * the field (`wrapper.task.dispose()`), and the function that constructs it hands the instance on.
 */
export function goesWithInstance(view: View, site: ts.NewExpression, constructor: FunctionWithBody, index: number): boolean {
  const field = fieldKeeping(view, constructor, index);
  return field !== undefined && isHandedOn(view, site) && isReleasedThrough(view, field);
}

/** The public field that a constructor keeps an argument in: `constructor(readonly task: Task)`, `this.task = task`. */
function fieldKeeping(view: View, constructor: FunctionWithBody, index: number): ts.Declaration | undefined {
  const { ts: typescript } = view;
  const parameter = constructor.parameters[index];
  if (!typescript.isConstructorDeclaration(constructor) || !parameter || !typescript.isIdentifier(parameter.name)) return undefined;
  if (typescript.isParameterPropertyDeclaration(parameter, constructor)) return isPublic(view, parameter) ? parameter : undefined;
  const symbol = view.types.symbolOf(parameter.name);
  const kept = symbol && below(typescript, constructor, 'binary').find(({ left, operatorToken, right }) => operatorToken.kind === typescript.SyntaxKind.EqualsToken && fieldOfThis(typescript, left) !== undefined && view.types.symbolOf(skipTransparent(typescript, right)) === symbol);
  const name = kept && fieldOfThis(typescript, kept.left);
  const field = name === undefined ? undefined : constructor.parent.members.find((member) => typescript.isPropertyDeclaration(member) && memberName(typescript, member.name) === name);
  return field && isPublic(view, field) ? field : undefined;
}

function isPublic({ ts: typescript }: View, member: ts.PropertyDeclaration | ts.ParameterDeclaration | ts.ClassElement): boolean {
  const { SyntaxKind } = typescript;
  return member.name !== undefined && !typescript.isPrivateIdentifier(member.name) && !hasModifier(typescript, member, SyntaxKind.PrivateKeyword) && !hasModifier(typescript, member, SyntaxKind.ProtectedKeyword);
}

/** `return new Wrapper(task)`, `const wrapper = new Wrapper(task); this.tasks.set(id, wrapper);` */
function isHandedOn(view: View, site: ts.NewExpression): boolean {
  const use = useOf(view, site, undefined);
  if (use.kind !== 'alias') return use.kind === 'transfer';
  const scope = enclosingFunction(view.ts, site);
  const symbol = view.types.symbolOf(use.name);
  const isLocal = symbol?.valueDeclaration !== undefined && isWithin(symbol.valueDeclaration, scope);
  return isLocal && referencesIn(view, symbol, scope).some((reference) => useOf(view, reference, undefined).kind === 'transfer');
}

/** Whether code of the program that has an instance releases what a field of it holds. */
function isReleasedThrough(view: View, field: ts.Declaration): boolean {
  return view.remember('isReleasedThrough', field, () => {
    const name = memberName(view.ts, (field as ts.PropertyDeclaration).name)!;
    const mentioning = ownFiles(view).filter((file) => file.text.includes(`.${name}`) && !isTest(view, file));
    return mentioning.some((file) => below(view.ts, file, 'access').some((access) => isReleaseOf(view, access, name, field)));
  });
}

function isReleaseOf(view: View, access: ts.Expression, name: string, field: ts.Declaration): boolean {
  const { ts: typescript } = view;
  if (!typescript.isPropertyAccessExpression(access) || access.name.text !== name || isThis(typescript, access.expression)) return false;
  return view.types.symbolOf(access.name)?.valueDeclaration === field && useOf(view, access, contractOfValue(view, access)?.contract).kind === 'release';
}
