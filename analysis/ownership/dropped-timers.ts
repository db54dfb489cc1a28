import { armsItself } from '../construction/deadline.ts';
import { allDescendants } from '../nodes.ts';
import { isPause, usesThis } from '../construction/timers.ts';
import type { View } from '../view.ts';
import type { InstanceAcquisition } from './instance-acquisitions.ts';

const stopped = /^clear|stop|clos|dispos|destroy|shut|abort|terminat|end(ed|ing)|^#?_?(is)?(running|alive|active|started)$/i;

/** `setTimeout(() => this.check(), 30_000);`: a one-shot timer that works on the instance after its end, does not ask whether that has come, and keeps the process until then. One that arms itself again is rule 23's. */
export function outlivesItsInstance(view: View, { node, unreferenced }: InstanceAcquisition): boolean {
  const [callback] = node.arguments ?? [];
  if (unreferenced || !callback || isPause(view, node) || !usesThis(view, callback) || armsItself(view, node)) return false;
  return !allDescendants(view.ts, callback).some((one) => (view.ts.isIdentifier(one) || view.ts.isPrivateIdentifier(one)) && stopped.test(one.text));
}
