import type { FastifyInstance } from 'fastify';
import type { ExecutionRepository } from '../platform/execution-repository.ts';
import type { EventBusManager } from './services/event-bus-manager.ts';
import type { KafkaProducer } from './services/kafka-producer.ts';
import type { SseStreams } from './sse-streams.ts';

export interface RouteServices {
  executions: ExecutionRepository;
  producer: KafkaProducer;
  eventBuses: EventBusManager;
  streams: SseStreams;
}

export function registerRoutes(app: FastifyInstance, { executions, producer, eventBuses, streams }: RouteServices): void {
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
    return reply.type('text/event-stream').send(streams.open(request.params.id));
  });

  app.put<{ Params: { name: string }; Body: { value: string } }>('/settings/:name', async (request, reply) => {
    const bus = await eventBuses.get();
    await bus.publish({ type: 'settings-changed', executionId: '', name: request.params.name, value: request.body.value });
    return reply.code(204).send();
  });
}
