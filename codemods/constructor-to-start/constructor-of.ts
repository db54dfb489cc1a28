import type ts from 'typescript';
import type { View } from '../../analysis/view.ts';

type WithBody = ts.ConstructorDeclaration & { readonly body: ts.Block };

/** The constructor of a class that has a body: its other signatures have none. */
export function constructorOf({ ts: typescript }: View, owner: ts.ClassLikeDeclaration): WithBody | undefined {
  return owner.members.find((member): member is WithBody => typescript.isConstructorDeclaration(member) && member.body !== undefined);
}
