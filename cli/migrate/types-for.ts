import { asksTypes, migrations } from '../../codemods/index.ts';
import { BadInput } from '../failure.ts';
import { named } from './named.ts';
import type { MigrateRequest } from './request.ts';
import { typedProjects, type TypedProjects } from './typed-projects.ts';

export interface TypesForRun {
  /** Undefined when no migration asks for types, or when there are none. */
  readonly projects: TypedProjects | undefined;
  /** Warnings about what could not be read for want of a tsconfig. */
  readonly unread: readonly string[];
}

/** The projects that a run reads types from. A typed migration that was named needs a tsconfig; `all` goes on without, and says so. */
export async function typesFor({ settings, paths, all }: MigrateRequest, files: readonly string[]): Promise<TypesForRun> {
  const asking = migrations.filter((migration) => settings.migrations.includes(migration.name) && asksTypes(migration, settings.level));
  const needing = asking.filter(({ load }) => !load).map(({ name }) => name).join(', ');
  if (asking.length === 0) return { projects: undefined, unread: [] };
  const projects = await typedProjects(paths);
  if (files.length > 0 && projects.configs.length === 0 && needing && !all) throw new BadInput(`${needing} needs types, but there is no tsconfig.json in or above ${paths.map((path) => `'${path}'`).join(', ')}.`);
  const outside = needing ? files.filter((file) => !projects.ownerOf(file)) : [];
  return { projects, unread: outside.length > 0 ? [`No tsconfig includes ${named(outside)}: ${needing} did not look there.`] : [] };
}
