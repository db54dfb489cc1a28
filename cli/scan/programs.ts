import type ts from 'typescript';
import { shareWith, sharedHost, type Shared } from '../../codemods/typed/shared-host.ts';
import type { Compiler } from './compiler.ts';
import type { Project } from './project.ts';

/** Turns projects into programs that share what they can: parsed declaration files and the answers of the file system. */
export type ProgramMaker = (project: Project) => ts.Program;

export function programMaker(): ProgramMaker {
  const shared = new Map<Compiler['ts'], Shared>();
  return ({ compiler, rootNames, options, references }) => {
    let sharing = shared.get(compiler.ts);
    if (!sharing) shared.set(compiler.ts, (sharing = shareWith(compiler.ts, compiler.bundled)));
    return compiler.ts.createProgram({ rootNames, options, projectReferences: references, host: sharedHost(sharing, options) });
  };
}
