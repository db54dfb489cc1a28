// Tests that release what they acquire.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';

async function listening(): Promise<{ url: string } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const server = createServer((_request, response) => response.end('ok'));
  stack.defer(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const owned = stack.move();
  return { url: `http://localhost:${port}`, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

describe('a server', () => {
  it('answers', async () => {
    await using server = await listening();
    const response = await fetch(server.url);
    expect(await response.text()).toBe('ok');
  });
});

describe('a server of the suite', () => {
  let server: Server;

  beforeEach(async () => {
    server = createServer();
    server.listen(0);
    await once(server, 'listening');
  });

  afterEach(async () => {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
  });

  it('has an address', () => {
    expect(typeof server.address()).toBe('object');
  });
});
