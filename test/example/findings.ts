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
}

const example = new URL('../../examples/execution-platform/', import.meta.url);

/** What every rule says of the files of one folder of the example, as the preset `strict` asks it. */
export function findingsIn(folder: 'before' | 'after' | 'mutants'): ReportedLine[] {
  const root = fileURLToPath(new URL(`${folder}/`, example));
  const program = exampleProgram();
  const files = program.getSourceFiles().filter((file) => file.fileName.startsWith(root));
  return files.flatMap((file) => {
    const told = stories(typescript, program, file);
    return questions.flatMap((question) =>
      question.ask(told, withDefaults(question, presetOptions('strict', question))).map((finding) => ({
        file: file.fileName.slice(root.length),
        line: file.getLineAndCharacterOfPosition(finding.start).line + 1,
        rule: `lifecycle/${question.name}`,
      })),
    );
  });
}

let program: typescript.Program | undefined;

function exampleProgram(): typescript.Program {
  if (program) return program;
  const config = fileURLToPath(new URL('tsconfig.json', example));
  const host = { ...typescript.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const { fileNames, options } = typescript.getParsedCommandLineOfConfigFile(config, {}, host)!;
  program = typescript.createProgram(fileNames, options);
  return program;
}
