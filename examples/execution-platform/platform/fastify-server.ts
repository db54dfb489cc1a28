import { fastify, type FastifyInstance } from 'fastify';
import type { HttpServer } from './ports/http.ts';

export interface ListenAddress {
  host: string;
  port: number;
}

/** Listens on an address, or without one serves only the requests that are injected. */
export class FastifyServer implements HttpServer {
  readonly app: FastifyInstance = fastify({ forceCloseConnections: true });
  readonly #address: ListenAddress | undefined;

  constructor(address?: ListenAddress) {
    this.#address = address;
  }

  async listen(): Promise<void> {
    if (this.#address) await this.app.listen(this.#address);
    else await this.app.ready();
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
