import type { Database } from '../ports/database.ts';
import type { Probe } from '../trace/probe.ts';

/** What all clients of one in-memory database share: documents by collection and id. */
export type MemoryDocuments = Map<string, Map<string, unknown>>;

export class MemoryDatabase implements Database {
  readonly #documents: MemoryDocuments;
  readonly #probe: Probe;
  #connected = false;

  constructor(documents: MemoryDocuments, probe: Probe) {
    this.#documents = documents;
    this.#probe = probe;
  }

  async connect(): Promise<void> {
    await this.#probe.acquire(this, 'database');
    this.#connected = true;
  }

  async put(collection: string, id: string, document: unknown): Promise<void> {
    (await this.#collection('put', collection)).set(id, document);
  }

  async get(collection: string, id: string): Promise<unknown> {
    return (await this.#collection('get', collection)).get(id);
  }

  async list(collection: string): Promise<readonly unknown[]> {
    return [...(await this.#collection('list', collection)).values()];
  }

  async remove(collection: string, id: string): Promise<void> {
    (await this.#collection('remove', collection)).delete(id);
  }

  async close(): Promise<void> {
    if (!this.#connected) return;
    this.#connected = false;
    await this.#probe.release(this, 'database');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #collection(operation: string, name: string): Promise<Map<string, unknown>> {
    await this.#probe.operation(`database.${operation}`);
    if (!this.#connected) throw new Error('the database is not connected');
    const collection = this.#documents.get(name) ?? new Map<string, unknown>();
    this.#documents.set(name, collection);
    return collection;
  }
}
