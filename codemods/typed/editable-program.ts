import type ts from 'typescript';
import { sharedHost, type Host, type Shared } from './shared-host.ts';

/** The program of a tsconfig, whose files can be given another text. Each new text makes a new program, which takes over what has not changed; the old ones stay as they were. */
export class EditableProgram {
  readonly #shared: Shared;
  readonly #tsconfig: Pick<ts.ParsedCommandLine, 'fileNames' | 'options'>;
  readonly #host: Host;
  /** Texts in place of those on disk. */
  readonly #texts = new Map<string, string>();
  /** Files as they are now, once the program has read them. */
  readonly #files = new Map<string, ts.SourceFile>();
  #program: ts.Program | undefined;
  #isOld = false;

  constructor(shared: Shared, tsconfig: Pick<ts.ParsedCommandLine, 'fileNames' | 'options'>) {
    this.#shared = shared;
    this.#tsconfig = tsconfig;
    const host = sharedHost(shared, tsconfig.options);
    this.#host = {
      ...host,
      getSourceFile: (file, version, ...rest) => {
        const found = this.#files.get(file) ?? this.#parsed(file, version) ?? host.getSourceFile(file, version, ...rest);
        if (found) this.#files.set(file, found);
        return found;
      },
    };
  }

  /** The program with the texts as they are now. */
  now(): ts.Program {
    if (this.#program && !this.#isOld) return this.#program;
    const { fileNames: rootNames, options } = this.#tsconfig;
    this.#program = this.#shared.typescript.createProgram({ rootNames, options, host: this.#host, ...(this.#program ? { oldProgram: this.#program } : {}) });
    this.#isOld = false;
    return this.#program;
  }

  setText(file: string, text: string): void {
    const known = this.#files.get(file);
    if ((known?.text ?? this.#texts.get(file)) === text) return;
    this.#texts.set(file, text);
    if (this.#files.delete(file)) this.#isOld = true;
  }

  #parsed(file: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const text = this.#texts.get(file);
    return text === undefined ? undefined : this.#shared.typescript.createSourceFile(file, text, version);
  }
}
