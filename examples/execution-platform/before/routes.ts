import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Mailbox } from '../platform/mailbox.ts';
import type { ExecutionRepository } from '../platform/execution-repository.ts';
import type { RedisClient } from '../platform/ports/redis.ts';
import type { EventBusManager } from './services/event-bus-manager.ts';
import type { KafkaProducer } from './services/kafka-producer.ts';

const keepAliveMs = 15_000;

export interface RouteServices {
  executions: ExecutionRepository;
  producer: KafkaProducer;
  redis: RedisClient;
  buses: EventBusManager;
}

export function registerRoutes(app: FastifyInstance, { executions, producer, redis, buses }: RouteServices): void {
  app.post<{ Body: { id: string; script: string } }>('/executions', async (request, reply) => {
    const { id, script } = request.body;
    await executions.save({ id, script, status: 'queued', output: '' });
    producer.publish({ type: 'execution-requested', executionId: id, script });
    return reply.code(202).send({ id });
  });

  app.get<{ Params: { id: string } }>('/executions/:id', async (request, reply) => {
    const execution = await executions.find(request.params.id);
    return execution ?? reply.code(404).send({ error: 'no such execution' });
  });

  app.get<{ Params: { id: string } }>('/executions/:id/events', async (request, reply) => {
    const events = new Mailbox<string>();
    const gone = new AbortController();
    const unsubscribe = await redis.subscribe(`sse:${request.params.id}`, (event) => events.put(event));
    const stream = new PassThrough();
    reply.raw.once('close', () => gone.abort());
    void sendEvents(stream, events, gone.signal).finally(unsubscribe);
    return reply.type('text/event-stream').send(stream);
  });

  app.put<{ Params: { name: string }; Body: { value: string } }>('/settings/:name', async (request, reply) => {
    const bus = await buses.get();
    await bus.publish({ type: 'settings-changed', executionId: '', name: request.params.name, value: request.body.value });
    return reply.code(204).send();
  });
}

/** Writes the events of one execution until it has finished. */
export async function sendEvents(stream: PassThrough, events: Mailbox<string>, gone: AbortSignal): Promise<void> {
  const keepAlive = setInterval(() => stream.write(': keep-alive\n\n'), keepAliveMs); // BUG B18: lifecycle/require-disposal
  try {
    stream.write(': connected\n\n');
    for (let finished = false; !finished; ) {
      const event = await events.take(gone);
      gone.throwIfAborted();
      stream.write(`data: ${event}\n\n`);
      finished = isLast(event);
    }
    clearInterval(keepAlive);
    stream.end();
  } catch (error) {
    if (gone.aborted) {
      clearInterval(keepAlive);
      return;
    }
    throw error;
  }
}

function isLast(event: string | undefined): boolean {
  return (JSON.parse(event ?? '') as { type: string }).type === 'execution-finished';
}
