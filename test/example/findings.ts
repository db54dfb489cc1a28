import path from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { stories } from '../../analysis/index.ts';
import { withDefaults } from '../../rules/options.ts';
import { questions } from '../../rules/index.ts';
import { presetOptions } from '../../rules/presets.ts';

export interface ReportedLine {
  file: string;
  line: number;
  rule: string;
  /** What it is about, as the program calls it; empty where the message names nothing. */
  subject: string;
  grade: string;
  /** The message names a migration. */
  isMigrated: boolean;
}

const example = fileURLToPath(new URL('../../examples/execution-platform/', import.meta.url));

/** What every rule says of the files of one folder of the example, or of a copy of it, as the preset `strict` asks it. */
export function findingsIn(folder: 'before' | 'after' | 'mutants', system = example): ReportedLine[] {
  const root = `${path.join(system, folder)}/`;
  const program = programOf(system);
  const files = program.getSourceFiles().filter((file) => file.fileName.startsWith(root));
  return files.flatMap((file) => {
    const told = stories(typescript, program, file);
    return questions.flatMap((question) =>
      question.ask(told, withDefaults(question, presetOptions('strict', question))).map((finding) => ({
        file: file.fileName.slice(root.length),
        line: file.getLineAndCharacterOfPosition(finding.start).line + 1,
        rule: `lifecycle/${question.name}`,
        subject: finding.data?.['resource'] ?? finding.data?.['name'] ?? '',
        grade: finding.grade,
        isMigrated: question.messages[finding.messageId]?.includes('(migrate: ') ?? false,
      })),
    );
  });
}

const programs = new Map<string, typescript.Program>();

function programOf(system: string): typescript.Program {
  const known = programs.get(system);
  if (known) return known;
  const host = { ...typescript.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const { fileNames, options } = typescript.getParsedCommandLineOfConfigFile(path.join(system, 'tsconfig.json'), {}, host)!;
  const program = typescript.createProgram(fileNames, options);
  programs.set(system, program);
  return program;
}
