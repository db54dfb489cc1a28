import path from 'node:path';
import ts from 'typescript';
import { stories } from '../../analysis/index.ts';
import { requireDisposal } from '../../rules/require-disposal.ts';
import { programs, type Version, versionsOf } from '../../test/contracts/programs.ts';
import type { Drift, Outcome } from './check-typings.ts';
import { compilerOptions, typingsFolder } from './typings-program.ts';

type Placed = Version & { file: string };

/** The programs of test/contracts, asked once more with the packages' real typings: one leak where nothing releases, none where something does. */
export function checkPrograms(): Outcome {
  const versions = programs.flatMap((program, index) => versionsOf(program).map((version): Placed => ({ ...version, file: path.join(typingsFolder, `program-${index}-${version.kind}.mts`) })));
  const files = new Map(versions.map(({ file, text }) => [file, text]));
  const program = ts.createProgram({ rootNames: [...files.keys()], options: compilerOptions, host: hostOf(files) });
  return { claims: versions.length, drifts: versions.flatMap((version) => differences(program, version)) };
}

function differences(program: ts.Program, { file, package: subject, kind, leaks }: Placed): Drift[] {
  const source = program.getSourceFile(file)!;
  const drift = (claim: string, found: string): Drift[] => [{ family: 'programs', subject, claim: `${kind}: ${claim}`, found }];
  const [error] = program.getSemanticDiagnostics(source);
  if (error) return drift('compiles', ts.flattenDiagnosticMessageText(error.messageText, ' '));
  const found = requireDisposal.ask(stories(ts, program, source), { report: 'certain', checkExceptionPaths: true });
  return found.length === leaks ? [] : drift(`${leaks} reported`, `${found.length}`);
}

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, fileExists, readFile } = host;
  host.getCurrentDirectory = () => typingsFolder;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, options) => (files.has(name) ? ts.createSourceFile(name, files.get(name)!, options, true) : getSourceFile.call(host, name, options));
  return host;
}
