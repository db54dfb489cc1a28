// A Fastify application whose resources are released by its own hooks.
import { fastify, type FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { Redis } from 'ioredis';

interface Settings {
  databaseUrl: string;
  redisUrl: string;
  port: number;
}

export async function buildApplication(settings: Settings): Promise<FastifyInstance> {
  const app = fastify({ logger: true });
  const pool = new Pool({ connectionString: settings.databaseUrl, max: 10 });
  app.addHook('onClose', async () => {
    await pool.end();
  });
  const cache = new Redis(settings.redisUrl, { lazyConnect: true });
  app.addHook('onClose', async () => {
    cache.disconnect();
  });

  app.get('/orders/:id', async (request, reply) => {
    const id = request.params['id'] ?? '';
    const cached = await cache.get(`order:${id}`);
    if (cached) return JSON.parse(cached);
    const { rows } = await pool.query('select * from orders where id = $1', [id]);
    if (rows.length === 0) return reply.code(404).send();
    await cache.set(`order:${id}`, JSON.stringify(rows[0]));
    return rows[0];
  });

  return app;
}

export async function serve(settings: Settings, signal: Promise<unknown>): Promise<void> {
  await using app = await buildApplication(settings);
  await app.listen({ port: settings.port, host: '0.0.0.0' });
  await signal;
}
