import type { Probe } from './probe.ts';

interface Service {
  start?(...input: never[]): unknown;
  stop?(): unknown;
}

type ServiceClass = abstract new (...input: never[]) => object;

/** Records the starts and stops of the classes until it is disposed; the classes need not know. */
export function instrument(probe: Probe, classes: readonly ServiceClass[]): Disposable {
  const stack = new DisposableStack();
  for (const serviceClass of classes) {
    wrap(stack, serviceClass, 'start', (service, name, run) => probe.acquire(service, name, run));
    wrap(stack, serviceClass, 'stop', (service, name, run) => probe.release(service, name, run));
  }
  return stack;
}

type Wrapper = (service: object, name: string, run: () => unknown) => Promise<void>;

function wrap(stack: DisposableStack, serviceClass: ServiceClass, method: 'start' | 'stop', wrapper: Wrapper): void {
  const prototype = serviceClass.prototype as Service;
  const original = prototype[method] as ((...input: unknown[]) => unknown) | undefined;
  if (!original) return;
  prototype[method] = function (this: object, ...input: unknown[]): Promise<void> {
    return wrapper(this, serviceClass.name, () => original.apply(this, input));
  };
  stack.defer(() => {
    prototype[method] = original as never;
  });
}
