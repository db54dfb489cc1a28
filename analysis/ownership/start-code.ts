import type ts from 'typescript';
import { frameworkStarts, verbPairs } from '../contracts/verbs.ts';
import { directlyBelow } from '../nodes.ts';
import { fieldOfThis, hasBody, isAsync, memberName, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { memberOfClasses } from './field-paths.ts';

const startVerbs: ReadonlySet<string> = new Set([...verbPairs.map((pair) => pair.start), ...frameworkStarts.map((hook) => hook.method)]);

/** Whether a method is one that starts an instance, by its name or by the settings. */
export function isStartVerb(view: View, name: string | undefined): boolean {
  return name !== undefined && (startVerbs.has(name) || (view.settings.verbs ?? []).some((pair) => pair.start === name));
}

/** The members that run when an instance is started. */
export function startCode(view: View, owner: ts.ClassLikeDeclaration): ReadonlySet<FunctionWithBody> {
  const code = new Set<FunctionWithBody>();
  const queue: ts.Node[] = owner.members.filter((member) => isStartVerb(view, memberName(view.ts, member.name)));
  for (let member = queue.shift(); member; member = queue.shift()) {
    if (!hasBody(member) || code.has(member)) continue;
    code.add(member);
    for (const node of directlyBelow(view.ts, member.body, 'call')) {
      const name = fieldOfThis(view.ts, node.expression);
      const helper = name === undefined ? undefined : memberOfClasses(view, [owner], name);
      if (helper && !isAsync(view.ts, helper)) queue.push(helper);
    }
  }
  return code;
}
