import type { FastifyInstance } from 'fastify';

export interface HttpServer extends AsyncDisposable {
  readonly app: FastifyInstance;
  listen(): Promise<void>;
  close(): Promise<void>;
}
