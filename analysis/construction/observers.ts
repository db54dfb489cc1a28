import type ts from 'typescript';
import { startedBy } from '../contracts/calls.ts';
import type { Grade } from '../grade.ts';
import { rootOf } from '../ownership/receiver.ts';
import { fieldsReleasedBy } from '../ownership/teardown.ts';
import { isThis } from '../syntax.ts';
import type { View } from '../view.ts';
import type { Frame } from './frame.ts';
import { isForeignAndStays } from './listeners.ts';

/**
 * How sure it is that an observer of the host which begins to observe is work of its own; nothing for other starts. It goes with what it observes,
 * as a listener does, and keeps nobody alive but for that.
 */
export function gradeOfObserver(view: View, frame: Frame, call: ts.CallExpression): Grade | undefined {
  const started = startedBy(view, call);
  if (started?.contract.kind !== 'observer') return undefined;
  const [target] = call.arguments;
  const { node, field } = rootOf(view, started.object);
  const isReleased = field !== undefined && isThis(view.ts, node) && frame.owner !== undefined && frame.isInstance && fieldsReleasedBy(view, frame.owner).has(field);
  return target && !isReleased && isForeignAndStays(view, frame, target) ? 'certain' : 'likely';
}
