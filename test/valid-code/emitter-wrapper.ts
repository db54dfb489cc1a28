// A service that listens to an emitter it was given, from its start to its stop.
import { EventEmitter, once } from 'node:events';

export interface Connection extends EventEmitter {
  send(text: string): void;
}

export class Presence implements Disposable {
  readonly changes = new EventEmitter();
  readonly #connection: Connection;
  readonly #seen = new Map<string, Date>();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.changes.on('removed', (name: string) => this.#seen.delete(name));
  }

  start(): void {
    this.#connection.on('join', this.#onJoin);
    this.#connection.on('leave', this.#onLeave);
  }

  stop(): void {
    this.#connection.off('leave', this.#onLeave);
    this.#connection.off('join', this.#onJoin);
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  readonly #onJoin = (name: string): void => {
    this.#seen.set(name, new Date());
    this.changes.emit('added', name);
  };

  readonly #onLeave = (name: string): void => {
    this.changes.emit('removed', name);
  };
}

export async function ping(connection: Connection): Promise<string> {
  connection.send('ping');
  const [answer] = (await once(connection, 'pong')) as [string];
  return answer;
}
