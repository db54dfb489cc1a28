import type ts from 'typescript';
import type { AwakePrograms } from './awake-programs.ts';
import { RestingProgram } from './resting-program.ts';
import { isDeclaration, sharedHost, sourceReader, type Host, type Shared } from './shared-host.ts';

/** The program of a tsconfig, whose files can be given another text. Each new text makes a new program, which takes over what has not changed; the old ones stay as they were. */
export class EditableProgram {
  readonly #shared: Shared;
  readonly #awake: AwakePrograms;
  readonly #tsconfig: Pick<ts.ParsedCommandLine, 'fileNames' | 'options'>;
  readonly #host: Host;
  readonly #read: ReturnType<typeof sourceReader>;
  /** Texts in place of those on disk. */
  readonly #texts = new Map<string, string>();
  /** Files as they are now, once a program has read them. */
  #files = new Map<string, ts.SourceFile>();
  #program: RestingProgram | undefined;
  #isOld = false;

  constructor(shared: Shared, awake: AwakePrograms, tsconfig: Pick<ts.ParsedCommandLine, 'fileNames' | 'options'>) {
    this.#shared = shared;
    this.#awake = awake;
    this.#tsconfig = tsconfig;
    this.#host = sharedHost(shared, tsconfig.options);
    this.#read = sourceReader(shared, tsconfig.options);
  }

  /** The program with the texts as they are now. */
  now(): RestingProgram {
    if (this.#program && !this.#isOld) return this.#program;
    this.#program = new RestingProgram(this.#creator(), this.#awake, this.#program);
    this.#isOld = false;
    return this.#program;
  }

  setText(file: string, text: string): void {
    const known = this.#files.get(file);
    if ((known?.text ?? this.#texts.get(file)) === text) return;
    this.#texts.set(file, text);
    if (!known) return;
    if (!this.#isOld) this.#files = new Map(this.#files);
    this.#files.delete(file);
    this.#isOld = true;
  }

  /** Makes programs of the files as they are now. */
  #creator(): (old: ts.Program | undefined) => ts.Program {
    const files = this.#files;
    const { fileNames: rootNames, options } = this.#tsconfig;
    const host: Host = {
      ...this.#host,
      getSourceFile: (file, version, ...rest) => {
        const found = files.get(file) ?? this.#source(file, version) ?? this.#host.getSourceFile(file, version, ...rest);
        if (found) files.set(file, found);
        return found;
      },
    };
    // A host of its own for each: the compiler puts a `realpath` into it that holds the program.
    return (oldProgram) => this.#shared.typescript.createProgram({ rootNames, options, host: { ...host }, ...(oldProgram ? { oldProgram } : {}) });
  }

  /** A file that has got another text, or may get one. */
  #source(file: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const text = this.#texts.get(file) ?? (isDeclaration(file) ? undefined : this.#host.readFile(file));
    return text === undefined ? undefined : this.#read(file, text, version);
  }
}
