import type { Platform } from '../platform/platform.ts';
import type { instrument } from '../platform/trace/instrument.ts';

/** One of the two systems: its entry points by name, and the classes whose starts and stops are worth a lane. */
export interface Variant {
  name: 'before' | 'after';
  entryPoints: Readonly<Record<string, (platform: Platform) => Promise<unknown>>>;
  classes: Parameters<typeof instrument>[1];
}

export async function loadVariant(name: Variant['name']): Promise<Variant> {
  const [{ entryPoints }, services] = await (name === 'before'
    ? Promise.all([import('../before/entry-points.ts'), import('../before/services/index.ts')])
    : Promise.all([import('../after/entry-points.ts'), import('../after/services/index.ts')]));
  return { name, entryPoints, classes: Object.values(services) };
}
