/** A program that can give back what its checker has learnt. */
export interface Resting {
  /** No file of it has got another text. */
  readonly isNewest: boolean;
  rest(): void;
}

/** The programs whose checkers hold what they have learnt: all that were asked, or only the one that is being asked where memory is short. */
export class AwakePrograms {
  readonly #programs = new Set<Resting>();
  readonly #isFull: () => boolean;

  /** @param isFull whether memory is short */
  constructor(isFull: () => boolean = () => false) {
    this.#isFull = isFull;
  }

  /** A program is about to be asked. */
  wake(program: Resting): void {
    if (this.#isFull()) this.#restAllBut(program);
    this.#programs.add(program);
  }

  /** Nobody is going to ask it any more. */
  forget(program: Resting): void {
    this.#programs.delete(program);
  }

  /** Nobody is going to ask the others any more. */
  keepNewest(): void {
    for (const program of this.#programs) if (!program.isNewest) this.#programs.delete(program);
  }

  #restAllBut(asked: Resting): void {
    for (const program of this.#programs) {
      if (program === asked) continue;
      program.rest();
      this.#programs.delete(program);
    }
  }
}
