/** A queue with one reader, who can wait. */
export class Mailbox<Item> {
  readonly #items: Item[] = [];
  #wake: (() => void) | undefined;

  get size(): number {
    return this.#items.length;
  }

  put(...items: Item[]): void {
    this.#items.push(...items);
    this.#wake?.();
  }

  /** All that is there now. */
  drain(): Item[] {
    return this.#items.splice(0);
  }

  /** The next item, or nothing when the signal ended the wait. */
  async take(signal: AbortSignal): Promise<Item | undefined> {
    while (this.#items.length === 0 && !signal.aborted) await this.#arrival(signal);
    return signal.aborted ? undefined : this.#items.shift();
  }

  #arrival(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        signal.removeEventListener('abort', finish);
        this.#wake = undefined;
        resolve();
      };
      this.#wake = finish;
      signal.addEventListener('abort', finish);
    });
  }
}
