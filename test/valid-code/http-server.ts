#!/usr/bin/env node
// An HTTP server that stops when the process is asked to.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

function route(request: IncomingMessage, response: ServerResponse): void {
  if (request.url !== '/health') {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ uptime: process.uptime() }));
}

async function main(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const server = createServer(route);
  stack.defer(async () => {
    server.closeIdleConnections();
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
  });
  server.listen(Number(process.env['PORT'] ?? 8080));
  await once(server, 'listening');
  console.log('listening on', server.address());
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}

await main();
