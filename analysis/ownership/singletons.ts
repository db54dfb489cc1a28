import type ts from 'typescript';
import { enclosingFunction, memberName } from '../syntax.ts';
import type { View } from '../view.ts';
import { constructionSites } from './construction-sites.ts';
import { isMain } from './entry-point.ts';
import { programReferences } from './program-references.ts';

/** Whether every instance of a class lasts as long as the process or the page: made at the top of a module, in an entry point's main, for the root injector, or as the root component. */
export function lastsAsLongAsTheProcess(view: View, owner: ts.ClassLikeDeclaration): boolean {
  if (isProvidedInRoot(view, owner) || isBootstrapped(view, owner)) return true;
  const sites = constructionSites(view, owner);
  return sites.length > 0 && sites.every((site) => {
    const scope = enclosingFunction(view.ts, site);
    return view.ts.isSourceFile(scope) || isMain(view, scope);
  });
}

/** Angular's `@Injectable({ providedIn: 'root' })` */
function isProvidedInRoot(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const decorators = view.ts.canHaveDecorators(owner) ? (view.ts.getDecorators(owner) ?? []) : [];
  return decorators.some(({ expression }) => view.ts.isCallExpression(expression) && expression.arguments.some((argument) => isRootOption(view, argument)));
}

/** The root component of an application: `@NgModule({ bootstrap: [AppComponent] })`, `bootstrapApplication(AppComponent)` */
function isBootstrapped(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const symbol = view.ts.canHaveDecorators(owner) && view.ts.getDecorators(owner)?.length ? owner.name && view.types.symbolOf(owner.name) : undefined;
  return symbol !== undefined && programReferences(view, symbol).meaning.some((name) => isBootstrapping(view, name));
}

function isBootstrapping({ ts: typescript }: View, { parent }: ts.Node): boolean {
  if (typescript.isCallExpression(parent)) return parent.expression.getText() === 'bootstrapApplication';
  return typescript.isArrayLiteralExpression(parent) && typescript.isPropertyAssignment(parent.parent) && memberName(typescript, parent.parent.name) === 'bootstrap';
}

/** `@injectable()`, `@Injectable()`: a container makes it, as a rule once; a component, which a framework makes many times, has another decorator. */
export function isInjectable(view: View, owner: ts.ClassLikeDeclaration): boolean {
  const decorators = view.ts.canHaveDecorators(owner) ? (view.ts.getDecorators(owner) ?? []) : [];
  return decorators.some(({ expression }) => /^injectable\b/i.test(expression.getText()));
}

function isRootOption(view: View, argument: ts.Expression): boolean {
  if (!view.ts.isObjectLiteralExpression(argument)) return false;
  return argument.properties.some((property) => memberName(view.ts, property.name) === 'providedIn' && view.ts.isPropertyAssignment(property) && /^['"](root|platform)['"]$/.test(property.initializer.getText()));
}
