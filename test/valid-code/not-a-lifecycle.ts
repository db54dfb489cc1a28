// Verbs that begin and end nothing.
export class Stopwatch {
  #startedAt: number | undefined;
  #elapsed = 0;

  start(): void {
    this.#startedAt ??= performance.now();
  }

  stop(): number {
    if (this.#startedAt !== undefined) this.#elapsed += performance.now() - this.#startedAt;
    this.#startedAt = undefined;
    return this.#elapsed;
  }
}

export class Tag {
  readonly #parts: string[] = [];

  open(name: string): this {
    this.#parts.push(`<${name}>`);
    return this;
  }

  close(name: string): this {
    this.#parts.push(`</${name}>`);
    return this;
  }

  toString(): string {
    return this.#parts.join('');
  }
}

export interface Machine {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function measure(work: () => void): number {
  const watch = new Stopwatch();
  watch.start();
  work();
  return watch.stop();
}

export function render(items: readonly string[]): string {
  const list = new Tag();
  list.open('ul');
  items.forEach((item) => list.open('li').open(item).close('li'));
  list.close('ul');
  return list.toString();
}

export function* pages<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export async function retry<T>(attempt: () => Promise<T>, times: number): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await attempt();
    } catch (error) {
      if (turn === times) throw error;
      await sleep(2 ** turn * 100);
    }
  }
}
