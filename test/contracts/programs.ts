/** A small program of one package: what it makes, what it does with it, and how it is released. */
export interface Program {
  package: string;
  imports: string;
  /** The statements after which the resource is owned. */
  make: string;
  use: string;
  release: string;
  /** The disposal is exactly the release, so a scope can own it: the declaration that becomes `await using`. */
  scoped?: string;
}

export const programs: readonly Program[] = [
  {
    package: 'kafkajs',
    imports: "import { Kafka } from 'kafkajs';",
    make: 'const producer = new Kafka({ brokers: [] }).producer(); await producer.connect();',
    use: "await producer.send({ topic: 'orders', messages: [{ value: 'one' }] });",
    release: 'await producer.disconnect();',
  },
  {
    package: 'ioredis',
    imports: "import { Redis } from 'ioredis';",
    make: 'const redis = new Redis();',
    use: "await redis.set('key', 'value');",
    release: 'await redis.quit();',
  },
  {
    package: 'redis',
    imports: "import { createClient } from 'redis';",
    make: 'const client = createClient(); await client.connect();',
    use: "await client.set('key', 'value');",
    release: 'await client.close();',
  },
  {
    package: 'pg',
    imports: "import { Pool } from 'pg';",
    make: 'const pool = new Pool();',
    use: "await pool.query('select 1');",
    release: 'await pool.end();',
  },
  {
    package: 'mysql2',
    imports: "import { createConnection } from 'mysql2/promise';",
    make: "const connection = await createConnection('mysql://localhost/shop');",
    use: "await connection.query('select 1');",
    release: 'await connection.end();',
    scoped: 'const connection',
  },
  {
    package: 'mongodb',
    imports: "import { MongoClient } from 'mongodb';",
    make: "const client = new MongoClient('mongodb://localhost');",
    use: "await client.db('shop').command({ ping: 1 });",
    release: 'await client.close();',
    scoped: 'const client',
  },
  {
    package: 'mongoose',
    imports: "import { createConnection } from 'mongoose';",
    make: "const connection = createConnection('mongodb://localhost');",
    use: 'await connection.asPromise();',
    release: 'await connection.close();',
  },
  {
    package: 'knex',
    imports: "import { knex } from 'knex';",
    make: "const database = knex({ client: 'pg' });",
    use: "await database.raw('select 1');",
    release: 'await database.destroy();',
  },
  {
    package: 'sequelize',
    imports: "import { Sequelize } from 'sequelize';",
    make: "const sequelize = new Sequelize('postgres://localhost/shop');",
    use: 'await sequelize.authenticate();',
    release: 'await sequelize.close();',
  },
  {
    package: 'typeorm',
    imports: "import { DataSource } from 'typeorm';",
    make: "const source = new DataSource({ type: 'postgres' }); await source.initialize();",
    use: "await source.query('select 1');",
    release: 'await source.destroy();',
  },
  {
    package: 'postgres',
    imports: "import postgres from 'postgres';",
    make: "const sql = postgres('postgres://localhost/shop');",
    use: "await sql.unsafe('select 1');",
    release: 'await sql.end();',
  },
  {
    package: 'better-sqlite3',
    imports: "import Database from 'better-sqlite3';",
    make: "const database = new Database('shop.db');",
    use: "database.exec('select 1');",
    release: 'database.close();',
  },
  {
    package: '@libsql/client',
    imports: "import { createClient } from '@libsql/client';",
    make: "const client = createClient({ url: 'file:shop.db' });",
    use: "await client.execute('select 1');",
    release: 'client.close();',
  },
  {
    package: 'neo4j-driver',
    imports: "import { driver as connect } from 'neo4j-driver';",
    make: "const driver = connect('bolt://localhost');",
    use: 'await driver.getServerInfo();',
    release: 'await driver.close();',
    scoped: 'const driver',
  },
  {
    package: '@clickhouse/client',
    imports: "import { createClient } from '@clickhouse/client';",
    make: 'const client = createClient();',
    use: 'await client.ping();',
    release: 'await client.close();',
    scoped: 'const client',
  },
  {
    package: 'bullmq',
    imports: "import { Queue } from 'bullmq';",
    make: "const queue = new Queue('mails');",
    use: "await queue.add('welcome', {});",
    release: 'await queue.close();',
  },
  {
    package: 'pg-boss',
    imports: "import PgBoss from 'pg-boss';",
    make: "const boss = new PgBoss('postgres://localhost/shop'); await boss.start();",
    use: "await boss.send('mails', {});",
    release: 'await boss.stop();',
  },
  {
    package: 'graphile-worker',
    imports: "import { makeWorkerUtils } from 'graphile-worker';",
    make: 'const utils = await makeWorkerUtils({});',
    use: "await utils.addJob('mail', {});",
    release: 'await utils.release();',
  },
  {
    package: 'amqplib',
    imports: "import { connect } from 'amqplib';",
    make: "const connection = await connect('amqp://localhost');",
    use: "await connection.updateSecret(Buffer.from('new'), 'rotation');",
    release: 'await connection.close();',
  },
  {
    package: 'nats',
    imports: "import { connect } from 'nats';",
    make: 'const connection = await connect();',
    use: 'await connection.flush();',
    release: 'await connection.drain();',
  },
  {
    package: 'mqtt',
    imports: "import { connectAsync } from 'mqtt';",
    make: "const client = await connectAsync('mqtt://localhost');",
    use: "await client.publishAsync('topic', 'text');",
    release: 'await client.endAsync();',
  },
  {
    package: 'ws',
    imports: "import { WebSocketServer } from 'ws';",
    make: 'const server = new WebSocketServer({ port: 8080 });',
    use: 'await serving();',
    release: 'server.close();',
  },
  {
    package: 'socket.io',
    imports: "import { Server } from 'socket.io';",
    make: 'const io = new Server(3000);',
    use: 'await serving();',
    release: 'await io.close();',
  },
  {
    package: 'undici',
    imports: "import { Client } from 'undici';",
    make: "const client = new Client('http://localhost');",
    use: "await client.request({ path: '/', method: 'GET' });",
    release: 'await client.close();',
  },
  {
    package: 'fastify',
    imports: "import { fastify } from 'fastify';",
    make: 'const app = fastify(); await app.listen({ port: 3000 });',
    use: 'await serving();',
    release: 'await app.close();',
  },
  {
    package: '@apollo/server',
    imports: "import { ApolloServer } from '@apollo/server';",
    make: "const apollo = new ApolloServer({ typeDefs: 'type Query { a: Int }' }); await apollo.start();",
    use: 'await serving();',
    release: 'await apollo.stop();',
  },
  {
    package: 'playwright-core',
    imports: "import { chromium } from 'playwright-core';",
    make: 'const browser = await chromium.launch();',
    use: 'await browser.newBrowserCDPSession();',
    release: 'await browser.close();',
    scoped: 'const browser',
  },
  {
    package: 'puppeteer-core',
    imports: "import { launch } from 'puppeteer-core';",
    make: 'const browser = await launch();',
    use: 'await browser.version();',
    release: 'await browser.close();',
  },
  {
    package: 'chokidar',
    imports: "import { watch } from 'chokidar';",
    make: "const watcher = watch('src');",
    use: 'await serving();',
    release: 'await watcher.close();',
  },
  {
    package: 'esbuild',
    imports: "import { context } from 'esbuild';",
    make: "const builder = await context({ entryPoints: ['main.ts'] });",
    use: 'await builder.rebuild();',
    release: 'await builder.dispose();',
  },
  {
    package: 'vite',
    imports: "import { createServer } from 'vite';",
    make: 'const server = await createServer();',
    use: 'await server.restart();',
    release: 'await server.close();',
  },
  {
    package: 'rollup',
    imports: "import { rollup } from 'rollup';",
    make: "const bundle = await rollup({ input: 'main.js' });",
    use: "await bundle.write({ dir: 'out' });",
    release: 'await bundle.close();',
    scoped: 'const bundle',
  },
  {
    package: 'piscina',
    imports: "import { Piscina } from 'piscina';",
    make: "const pool = new Piscina({ filename: 'worker.js' });",
    use: 'await pool.run({});',
    release: 'await pool.close();',
    scoped: 'const pool',
  },
  {
    package: 'rxjs',
    imports: "import { interval } from 'rxjs';",
    make: 'const subscription = interval(1000).subscribe(() => {});',
    use: 'await serving();',
    release: 'subscription.unsubscribe();',
  },
  {
    package: '@opentelemetry/sdk-node',
    imports: "import { NodeSDK } from '@opentelemetry/sdk-node';",
    make: 'const sdk = new NodeSDK(); sdk.start();',
    use: 'await serving();',
    release: 'await sdk.shutdown();',
  },
  {
    package: 'testcontainers',
    imports: "import { GenericContainer } from 'testcontainers';",
    make: "const container = await new GenericContainer('redis').start();",
    use: "await container.exec(['redis-cli', 'ping']);",
    release: 'await container.stop();',
    scoped: 'const container',
  },
  {
    package: '@temporalio/client',
    imports: "import { Connection } from '@temporalio/client';",
    make: 'const connection = await Connection.connect();',
    use: 'await connection.ensureConnected();',
    release: 'await connection.close();',
  },
  {
    package: 'mobx',
    imports: "import { autorun } from 'mobx';",
    make: 'const stop = autorun(() => {});',
    use: 'await serving();',
    release: 'stop();',
  },
  {
    package: 'proper-lockfile',
    imports: "import { lock } from 'proper-lockfile';",
    make: "const unlock = await lock('shop.db');",
    use: 'await serving();',
    release: 'await unlock();',
  },
];

/** One way of writing a program, and how many leaks it has. */
export interface Version {
  package: string;
  kind: 'never released' | 'released on every exit' | 'owned by its scope';
  text: string;
  leaks: 0 | 1;
}

/** The program as it leaks, with a release on every exit, and, where the disposal is exactly the release, with a scope that owns it. */
export function versionsOf({ package: name, imports, make, use, release, scoped }: Program): Version[] {
  const version = (kind: Version['kind'], leaks: Version['leaks'], ...body: string[]): Version => ({
    package: name,
    kind,
    leaks,
    text: [imports, 'declare function serving(): Promise<void>;', 'export async function work(): Promise<void> {', ...body.map((line) => `  ${line}`), '}', ''].join('\n'),
  });
  return [
    version('never released', 1, make, use),
    version('released on every exit', 0, make, 'try {', `  ${use}`, '} finally {', `  ${release}`, '}'),
    ...(scoped === undefined ? [] : [version('owned by its scope', 0, make.replace(scoped, scoped.replace('const', 'await using')), use)]),
  ];
}
