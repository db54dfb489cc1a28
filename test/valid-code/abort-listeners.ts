// Listeners that end with the controller of their owner.
export class Shortcuts implements Disposable {
  readonly #ended = new AbortController();
  readonly #actions: ReadonlyMap<string, () => void>;

  constructor(target: EventTarget, actions: ReadonlyMap<string, () => void>) {
    this.#actions = actions;
    target.addEventListener('keydown', (event) => this.#run(event as KeyboardEvent), { signal: this.#ended.signal });
  }

  #run(event: KeyboardEvent): void {
    this.#actions.get(event.key)?.();
  }

  [Symbol.dispose](): void {
    this.#ended.abort();
  }
}

export async function fetchWithin(url: string, milliseconds: number): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(milliseconds) });
  return await response.text();
}

export function untilHidden(run: () => void): Promise<void> {
  return new Promise((resolve) => {
    document.addEventListener('visibilitychange', () => {
      run();
      resolve();
    }, { once: true });
  });
}
