import type ts from 'typescript';
import type { AwakePrograms, Resting } from './awake-programs.ts';

/** A program whose checker gives back what it has learnt when it rests, and learns it anew when it is asked again. Files and resolved imports stay. */
export class RestingProgram implements Resting {
  readonly #create: (old: ts.Program | undefined) => ts.Program;
  readonly #awake: AwakePrograms;
  #program: ts.Program;
  isNewest = true;
  #isKept = false;

  /**
   * @param create makes the program out of one with the same files, or with most of them
   * @param old the program to begin with
   */
  constructor(create: (old: ts.Program | undefined) => ts.Program, awake: AwakePrograms, old?: RestingProgram) {
    this.#create = create;
    this.#awake = awake;
    this.#program = create(old?.files());
    if (old) old.#isFollowed();
  }

  /** The program, to be asked what it consists of: that wakes nothing. */
  files(): ts.Program {
    return this.#program;
  }

  /** The program, to be asked for types and messages. It is not to be kept. */
  checked(): ts.Program {
    this.#awake.wake(this);
    return this.#program;
  }

  /** It will be asked also when it is not the newest one any more. */
  kept(): this {
    this.#isKept = true;
    return this;
  }

  rest(): void {
    this.#program = this.#create(this.#program);
  }

  #isFollowed(): void {
    this.isNewest = false;
    if (!this.#isKept) this.#awake.forget(this);
  }
}
