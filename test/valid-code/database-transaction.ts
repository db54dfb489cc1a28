// Connections of a pool that go back to it.
import { Pool, type PoolClient } from 'pg';

export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  using stack = new DisposableStack();
  const client = stack.adopt(await pool.connect(), (borrowed) => borrowed.release());
  await client.query('begin');
  try {
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

export async function withPool<T>(connectionString: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  await using stack = new AsyncDisposableStack();
  const pool = stack.adopt(new Pool({ connectionString }), (owned) => owned.end());
  return await work(pool);
}
