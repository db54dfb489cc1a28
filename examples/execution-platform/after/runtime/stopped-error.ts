/** A start that was overtaken by a stop. */
export class StoppedError extends Error {
  constructor(service: string) {
    super(`${service} was stopped while it was starting`);
    this.name = 'StoppedError';
  }
}
