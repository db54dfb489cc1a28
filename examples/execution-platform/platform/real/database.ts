import { Pool } from 'pg';
import type { Database } from '../ports/database.ts';
import { reach, type ServerAddress } from './reach.ts';

const createTable = 'create table if not exists documents (collection text, id text, body jsonb, primary key (collection, id))';

/** Documents in one table of a PostgreSQL database. */
export class RealDatabase implements Database {
  readonly #pool: Pool;
  readonly #at: ServerAddress;

  constructor(url: string) {
    this.#at = { server: 'PostgreSQL', address: new URL(url).host, variable: 'DATABASE_URL' };
    this.#pool = new Pool({ connectionString: url, connectionTimeoutMillis: 3_000 });
  }

  connect(): Promise<void> {
    return reach(this.#at, () => this.#pool.query(createTable));
  }

  async put(collection: string, id: string, document: unknown): Promise<void> {
    const text = 'insert into documents values ($1, $2, $3) on conflict (collection, id) do update set body = excluded.body';
    await this.#pool.query(text, [collection, id, JSON.stringify(document)]);
  }

  async get(collection: string, id: string): Promise<unknown> {
    const found = await this.#pool.query<{ body: unknown }>('select body from documents where collection = $1 and id = $2', [collection, id]);
    return found.rows[0]?.body;
  }

  async list(collection: string): Promise<readonly unknown[]> {
    const found = await this.#pool.query<{ body: unknown }>('select body from documents where collection = $1', [collection]);
    return found.rows.map((row) => row.body);
  }

  async remove(collection: string, id: string): Promise<void> {
    await this.#pool.query('delete from documents where collection = $1 and id = $2', [collection, id]);
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
