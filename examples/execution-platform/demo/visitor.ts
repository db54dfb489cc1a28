import type { HttpServer } from '../platform/ports/http.ts';

/** Uses the platform as somebody would from outside: over HTTP. */
export class Visitor {
  readonly #server: HttpServer;

  constructor(server: HttpServer) {
    this.#server = server;
  }

  async submit(id: string, script: string): Promise<void> {
    const response = await this.#server.app.inject({ method: 'POST', url: '/executions', payload: { id, script } });
    if (response.statusCode !== 202) throw new Error(`submitting ${id} was answered with ${response.statusCode}`);
  }

  async execution(id: string): Promise<{ status: string; output: string }> {
    const response = await this.#server.app.inject({ url: `/executions/${id}` });
    return response.json();
  }

  async changeSetting(name: string, value: string): Promise<void> {
    await this.#server.app.inject({ method: 'PUT', url: `/settings/${name}`, payload: { value } });
  }

  /** Subscribes, and answers with the rest: the events until the execution has finished. */
  async follow(id: string): Promise<() => Promise<string[]>> {
    const response = await this.#server.app.inject({ url: `/executions/${id}/events`, payloadAsStream: true });
    return async () => {
      let text = '';
      for await (const chunk of response.stream()) text += String(chunk);
      return text.split('\n').flatMap((line) => (line.startsWith('data: ') ? [summary(line.slice('data: '.length))] : []));
    };
  }
}

function summary(data: string): string {
  const { type, phase, status } = JSON.parse(data) as { type: string; phase?: string; status?: string };
  return `${type} ${phase ?? status ?? ''}`.trim();
}
