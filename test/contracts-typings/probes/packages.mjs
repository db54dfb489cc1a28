import { createServer } from 'node:http';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calledBack } from './observe.mjs';

const folder = await mkdtemp(path.join(tmpdir(), 'probe-'));
const noWorker = path.join(folder, 'worker.cjs');
await writeFile(noWorker, 'module.exports = () => 1;');
const closedPort = 9;

/** A probe of one package; `load` hands out the module only when the probe runs. */
const of = (subject, release, load, parts) => {
  const lazily = (make) => make && (async () => make(await load()));
  return { subject, release, ...parts, ...(parts.make ? { make: lazily(parts.make) } : {}), ...(parts.fresh ? { fresh: lazily(parts.fresh) } : {}) };
};

const kafka = ({ Kafka, logLevel }) => new Kafka({ brokers: [`127.0.0.1:${closedPort}`], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
const redisClient = ({ createClient }) => createClient({ url: `redis://127.0.0.1:${closedPort}` }).on('error', () => {});
const lazyRedis = ({ Redis }) => new Redis({ port: closedPort, lazyConnect: true, retryStrategy: () => null }).on('error', () => {});

export const probes = [
  of('kafkajs#Producer', 'disconnect', () => import('kafkajs'), { fresh: (module) => kafka(module).producer() }),
  of('kafkajs#Consumer', 'disconnect', () => import('kafkajs'), { fresh: (module) => kafka(module).consumer({ groupId: 'g' }) }),
  of('kafkajs#Admin', 'disconnect', () => import('kafkajs'), { fresh: (module) => kafka(module).admin() }),
  of('ioredis#Redis', 'disconnect', () => import('ioredis'), { fresh: lazyRedis }),
  of('ioredis#Redis', 'quit', () => import('ioredis'), { make: lazyRedis, stop: (redis) => (redis.status === 'end' ? redis.quit() : redis.disconnect()) }),
  of('redis#RedisClientType', 'close', () => import('redis'), { fresh: redisClient }),
  of('redis#RedisClientType', 'destroy', () => import('redis'), { fresh: redisClient }),
  of('redis#RedisClientType', 'quit', () => import('redis'), { fresh: redisClient }),
  of('redis#RedisClientType', 'disconnect', () => import('redis'), { fresh: redisClient }),
  of('pg#Client', 'end', () => import('pg'), { fresh: ({ default: pg }) => new pg.Client() }),
  of('pg#Pool', 'end', () => import('pg'), { make: ({ default: pg }) => new pg.Pool(), closed: (pool) => pool.ended }),
  of('mysql2#Pool', 'end', () => import('mysql2/promise'), { make: (mysql) => mysql.createPool({}) }),
  of('mysql2#PoolCluster', 'end', () => import('mysql2/promise'), { make: (mysql) => mysql.createPoolCluster() }),
  of('mongodb#MongoClient', 'close', () => import('mongodb'), { make: ({ MongoClient }) => new MongoClient('mongodb://127.0.0.1:9'), closed: (client) => client.topology === undefined }),
  of('mongoose#Mongoose', 'disconnect', () => import('mongoose'), { fresh: ({ Mongoose }) => new Mongoose() }),
  of('knex#Knex', 'destroy', () => import('knex'), { make: ({ default: knex }) => knex({ client: 'pg' }) }),
  of('sequelize#Sequelize', 'close', () => import('sequelize'), { make: ({ Sequelize }) => new Sequelize('postgres://127.0.0.1:9/x', { logging: false }) }),
  of('typeorm#DataSource', 'destroy', () => import('typeorm'), { fresh: ({ DataSource }) => new DataSource({ type: 'postgres' }) }),
  of('kysely#Kysely', 'destroy', () => import('kysely'), {
    make: ({ Kysely, DummyDriver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler }) =>
      new Kysely({ dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() } }),
  }),
  of('postgres#Sql', 'end', () => import('postgres'), { make: ({ default: postgres }) => postgres('postgres://127.0.0.1:9/x') }),
  of('classic-level#ClassicLevel', 'close', () => import('classic-level'), { make: async ({ ClassicLevel }) => { const level = new ClassicLevel(await mkdtemp(path.join(folder, 'level-'))); await level.open(); return level; }, closed: (level) => level.status === 'closed' }),
  of('neo4j-driver-core#Driver', 'close', () => import('neo4j-driver'), { make: ({ default: neo4j }) => neo4j.driver('bolt://127.0.0.1:9') }),
  of('@clickhouse/client#ClickHouseClient', 'close', () => import('@clickhouse/client'), { make: ({ createClient }) => createClient() }),
  of('cassandra-driver#Client', 'shutdown', () => import('cassandra-driver'), { make: ({ default: { Client } }) => new Client({ contactPoints: ['127.0.0.1'], localDataCenter: 'x' }) }),
  of('@elastic/elasticsearch#Client', 'close', () => import('@elastic/elasticsearch'), { make: ({ Client }) => new Client({ node: 'http://127.0.0.1:9' }) }),
  of('@opensearch-project/opensearch#Client', 'close', () => import('@opensearch-project/opensearch'), { make: ({ Client }) => new Client({ node: 'http://127.0.0.1:9' }) }),
  of('mssql#ConnectionPool', 'close', () => import('mssql'), { fresh: ({ default: { ConnectionPool } }) => new ConnectionPool({ server: '127.0.0.1' }) }),
  of('undici#Agent', 'close', () => import('undici'), { make: ({ Agent }) => new Agent() }),
  of('undici#Pool', 'close', () => import('undici'), { make: ({ Pool }) => new Pool('http://127.0.0.1:9') }),
  of('undici#Client', 'close', () => import('undici'), { make: ({ Client }) => new Client('http://127.0.0.1:9') }),
  of('ws#WebSocketServer', 'close', () => import('ws'), { make: ({ WebSocketServer }) => new WebSocketServer({ port: 0, host: '127.0.0.1' }), stop: (server) => calledBack((done) => server.close(done)) }),
  of('socket.io#Server', 'close', () => import('socket.io'), { make: ({ Server }) => new Server(0) }),
  of('fastify#FastifyInstance', 'close', () => import('fastify'), {
    make: async ({ fastify }) => { const app = fastify(); await app.listen({ port: 0, host: '127.0.0.1' }); return app; },
    fresh: ({ fastify }) => fastify(),
    closed: (app) => !app.server.listening,
  }),
  of('@hapi/hapi#Server', 'stop', () => import('@hapi/hapi'), { make: async ({ server }) => { const app = server({ port: 0, host: '127.0.0.1' }); await app.start(); return app; }, fresh: ({ server }) => server({ port: 0 }) }),
  of('@apollo/server#ApolloServer', 'stop', () => import('@apollo/server'), {
    make: async ({ ApolloServer }) => { const server = new ApolloServer({ typeDefs: 'type Query { a: Int }' }); await server.start(); return server; },
    fresh: ({ ApolloServer }) => new ApolloServer({ typeDefs: 'type Query { a: Int }' }),
  }),
  of('chokidar#FSWatcher', 'close', () => import('chokidar'), { make: ({ watch }) => watch(folder) }),
  of('watchpack#Watchpack', 'close', () => import('watchpack'), { fresh: ({ default: Watchpack }) => new Watchpack({}) }),
  of('webpack#Compiler', 'close', () => import('webpack'), { make: ({ default: webpack }) => webpack({ context: folder, entry: './worker.cjs' }), stop: (compiler) => calledBack((done) => compiler.close(done)) }),
  of('piscina#Piscina', 'close', () => import('piscina'), { make: async ({ Piscina }) => { const pool = new Piscina({ filename: noWorker, minThreads: 1, maxThreads: 1 }); await pool.run(1); pool.once('close', () => { pool.hasClosed = true; }); return pool; }, closed: (pool) => pool.hasClosed === true }),
  of('piscina#Piscina', 'destroy', () => import('piscina'), { make: ({ Piscina }) => new Piscina({ filename: noWorker, minThreads: 1, maxThreads: 1 }) }),
  of('tinypool#Tinypool', 'destroy', () => import('tinypool'), { make: ({ Tinypool }) => new Tinypool({ filename: noWorker, minThreads: 1, maxThreads: 1 }) }),
  of('workerpool#Pool', 'terminate', () => import('workerpool'), { make: ({ default: { pool } }) => pool() }),
  of('generic-pool#Pool', 'drain', () => import('generic-pool'), { make: ({ default: { createPool } }) => createPool({ create: async () => ({}), destroy: async () => {} }) }),
  of('generic-pool#Pool', 'clear', () => import('generic-pool'), { make: ({ default: { createPool } }) => createPool({ create: async () => ({}), destroy: async () => {} }) }),
  of('tarn#Pool', 'destroy', () => import('tarn'), { make: ({ Pool }) => new Pool({ create: () => ({}), destroy: () => {}, min: 0, max: 1 }) }),
  of('bottleneck#Bottleneck', 'stop', () => import('bottleneck'), { make: ({ default: Bottleneck }) => new Bottleneck() }),
  of('bottleneck#Bottleneck', 'disconnect', () => import('bottleneck'), { make: ({ default: Bottleneck }) => new Bottleneck() }),
  of('opossum#CircuitBreaker', 'shutdown', () => import('opossum'), { make: ({ default: CircuitBreaker }) => new CircuitBreaker(async () => 1) }),
  of('node-cache#NodeCache', 'close', () => import('node-cache'), { make: ({ default: NodeCache }) => new NodeCache() }),
  of('keyv#Keyv', 'disconnect', () => import('keyv'), { make: ({ Keyv }) => new Keyv() }),
  of('async-mutex#Releaser', 'self', () => import('async-mutex'), { make: ({ Mutex }) => new Mutex().acquire(), stop: (release) => release() }),
  of('proper-lockfile#Release', 'self', () => import('proper-lockfile'), { make: ({ default: { lock } }) => lock(noWorker), stop: (release) => release() }),
  of('node-cron#ScheduledTask', 'stop', () => import('node-cron'), { make: ({ schedule }) => schedule('0 0 1 1 *', () => {}), fresh: ({ createTask }) => createTask('0 0 1 1 *', () => {}) }),
  of('node-cron#ScheduledTask', 'destroy', () => import('node-cron'), { make: ({ schedule }) => schedule('0 0 1 1 *', () => {}) }),
  of('cron#CronJob', 'stop', () => import('cron'), { make: ({ CronJob }) => new CronJob('0 0 1 1 *', () => {}, null, true), fresh: ({ CronJob }) => new CronJob('0 0 1 1 *', () => {}) }),
  of('croner#Cron', 'stop', () => import('croner'), { make: ({ Cron }) => new Cron('0 0 1 1 *', () => {}) }),
  of('node-schedule#Job', 'cancel', () => import('node-schedule'), { make: ({ default: schedule }) => schedule.scheduleJob('0 0 1 1 *', () => {}) }),
  of('toad-scheduler#ToadScheduler', 'stop', () => import('toad-scheduler'), { make: ({ ToadScheduler }) => new ToadScheduler() }),
  of('sqs-consumer#Consumer', 'stop', () => import('sqs-consumer'), { fresh: ({ Consumer }) => Consumer.create({ queueUrl: 'http://127.0.0.1:9/q', region: 'x', handleMessage: async () => {} }) }),
  of('@stomp/stompjs#Client', 'deactivate', () => import('@stomp/stompjs'), { fresh: ({ Client }) => new Client({ brokerURL: 'ws://127.0.0.1:9' }) }),
  of('mqtt#MqttClient', 'endAsync', () => import('mqtt'), { fresh: ({ default: mqtt }) => mqtt.connect('mqtt://127.0.0.1:9', { manualConnect: true }) }),
  of('@grpc/grpc-js#Server', 'forceShutdown', () => import('@grpc/grpc-js'), { fresh: ({ Server }) => new Server() }),
  of('@grpc/grpc-js#Server', 'tryShutdown', () => import('@grpc/grpc-js'), { fresh: ({ Server }) => new Server(), stop: (server) => calledBack((done) => server.tryShutdown(done)) }),
  of('@grpc/grpc-js#Client', 'close', () => import('@grpc/grpc-js'), { make: ({ Client, credentials }) => new Client('127.0.0.1:9', credentials.createInsecure()) }),
  of('@modelcontextprotocol/sdk#Client', 'close', () => import('@modelcontextprotocol/sdk/client/index.js'), { fresh: ({ Client }) => new Client({ name: 'probe', version: '1' }) }),
  of('@modelcontextprotocol/sdk#McpServer', 'close', () => import('@modelcontextprotocol/sdk/server/mcp.js'), { fresh: ({ McpServer }) => new McpServer({ name: 'probe', version: '1' }) }),
  of('@modelcontextprotocol/sdk#Server', 'close', () => import('@modelcontextprotocol/sdk/server/index.js'), { fresh: ({ Server }) => new Server({ name: 'probe', version: '1' }) }),
  of('moleculer#ServiceBroker', 'stop', () => import('moleculer'), { fresh: ({ default: { ServiceBroker } }) => new ServiceBroker({ logger: false }) }),
  of('discord.js#Client', 'destroy', () => import('discord.js'), { fresh: ({ Client }) => new Client({ intents: [] }) }),
  of('telegraf#Telegraf', 'stop', () => import('telegraf'), { fresh: ({ Telegraf }) => new Telegraf('1:x') }),
  of('grammy#Bot', 'stop', () => import('grammy'), { fresh: ({ Bot }) => new Bot('1:x') }),
  of('tmi.js#Client', 'disconnect', () => import('tmi.js'), { fresh: ({ default: { Client } }) => new Client({}) }),
  of('rxjs#Subscription', 'unsubscribe', () => import('rxjs'), { make: ({ NEVER }) => NEVER.subscribe(), closed: (subscription) => subscription.closed }),
  of('mobx#IReactionDisposer', 'self', () => import('mobx'), { make: ({ autorun }) => autorun(() => {}), stop: (dispose) => dispose() }),
  of('redux#Unsubscribe', 'self', () => import('redux'), { make: ({ legacy_createStore }) => legacy_createStore(() => 1).subscribe(() => {}), stop: (unsubscribe) => unsubscribe() }),
  of('zustand#Unsubscribe', 'self', () => import('zustand/vanilla'), { make: ({ createStore }) => createStore(() => ({})).subscribe(() => {}), stop: (unsubscribe) => unsubscribe() }),
  of('@preact/signals-core#DisposeFn', 'self', () => import('@preact/signals-core'), { make: ({ effect }) => effect(() => {}), stop: (dispose) => dispose() }),
  of('xstate#Actor', 'stop', () => import('xstate'), { make: ({ createActor, createMachine }) => createActor(createMachine({})).start(), fresh: ({ createActor, createMachine }) => createActor(createMachine({})) }),
  of('@tanstack/query-core#QueryClient', 'unmount', () => import('@tanstack/query-core'), { make: ({ QueryClient }) => { const client = new QueryClient(); client.mount(); return client; } }),
  of('effect#ManagedRuntime', 'dispose', () => import('effect'), { make: ({ ManagedRuntime, Layer }) => ManagedRuntime.make(Layer.empty) }),
  of('tmp#FileResult', 'removeCallback', () => import('tmp'), { make: ({ default: tmp }) => tmp.fileSync() }),
  of('tmp-promise#FileResult', 'cleanup', () => import('tmp-promise'), { make: ({ default: { file } }) => file() }),
  of('@opentelemetry/sdk-node#NodeSDK', 'shutdown', () => import('@opentelemetry/sdk-node'), { make: ({ NodeSDK }) => { const sdk = new NodeSDK({ instrumentations: [] }); sdk.start(); return sdk; }, fresh: ({ NodeSDK }) => new NodeSDK({ instrumentations: [] }) }),
  of('@opentelemetry/sdk-trace-base#BasicTracerProvider', 'shutdown', () => import('@opentelemetry/sdk-trace-base'), { make: ({ BasicTracerProvider }) => new BasicTracerProvider() }),
  of('@opentelemetry/sdk-metrics#MeterProvider', 'shutdown', () => import('@opentelemetry/sdk-metrics'), { make: ({ MeterProvider }) => new MeterProvider() }),
  of('@opentelemetry/sdk-logs#LoggerProvider', 'shutdown', () => import('@opentelemetry/sdk-logs'), { make: ({ LoggerProvider }) => new LoggerProvider() }),
  of('posthog-node#PostHog', 'shutdown', () => import('posthog-node'), { make: ({ PostHog }) => new PostHog('x', { host: 'http://127.0.0.1:9' }) }),
  of('@segment/analytics-node#Analytics', 'closeAndFlush', () => import('@segment/analytics-node'), { make: ({ Analytics }) => new Analytics({ writeKey: 'x' }) }),
  of('@launchdarkly/js-server-sdk-common#LDClient', 'close', () => import('@launchdarkly/node-server-sdk'), { make: ({ default: { init } }) => init('sdk-x', { offline: true }) }),
  of('unleash-client#Unleash', 'destroy', () => import('unleash-client'), { fresh: ({ Unleash }) => new Unleash({ appName: 'p', url: 'http://127.0.0.1:9', disableAutoStart: true, disableMetrics: true }) }),
  of('hot-shots#StatsD', 'close', () => import('hot-shots'), { make: ({ default: { StatsD } }) => new StatsD({ errorHandler: () => {} }), stop: (client) => calledBack((done) => client.close(done)) }),
  of('nodemailer#Transporter', 'close', () => import('nodemailer'), { make: ({ default: { createTransport } }) => createTransport({ pool: true, host: '127.0.0.1' }) }),
  of('imapflow#ImapFlow', 'close', () => import('imapflow'), { fresh: ({ ImapFlow }) => new ImapFlow({ host: '127.0.0.1', port: 9, auth: {}, logger: false }) }),
  of('imapflow#ImapFlow', 'logout', () => import('imapflow'), { fresh: ({ ImapFlow }) => new ImapFlow({ host: '127.0.0.1', port: 9, auth: {}, logger: false }) }),
  of('ssh2#Client', 'end', () => import('ssh2'), { fresh: ({ default: { Client } }) => new Client() }),
  of('basic-ftp#Client', 'close', () => import('basic-ftp'), { fresh: ({ Client }) => new Client() }),
  of('http-terminator#HttpTerminator', 'terminate', () => import('http-terminator'), { make: async ({ createHttpTerminator }) => { const server = createServer(); await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)); return createHttpTerminator({ server }); } }),
  of('@lumino/disposable#DisposableDelegate', 'dispose', () => import('@lumino/disposable'), { make: ({ DisposableDelegate }) => new DisposableDelegate(() => {}) }),
  of('@lumino/disposable#DisposableSet', 'dispose', () => import('@lumino/disposable'), { make: ({ DisposableSet }) => new DisposableSet() }),
  of('awilix#AwilixContainer', 'dispose', () => import('awilix'), { make: ({ createContainer }) => createContainer() }),
  of('@vue/reactivity#EffectScope', 'stop', () => import('vue'), { make: ({ effectScope }) => effectScope() }),
  of('@aws-sdk/client-s3#S3Client', 'destroy', () => import('@aws-sdk/client-s3'), { make: ({ S3Client }) => new S3Client({ region: 'x' }) }),
  of('bonjour-service#Bonjour', 'destroy', () => import('bonjour-service'), { make: ({ Bonjour, default: whole }) => new (Bonjour ?? whole.Bonjour)() }),
  of('vscode-jsonrpc#MessageConnection', 'dispose', () => import('vscode-jsonrpc/node'), {
    make: async ({ createMessageConnection, StreamMessageReader, StreamMessageWriter }) => {
      const { PassThrough } = await import('node:stream');
      const connection = createMessageConnection(new StreamMessageReader(new PassThrough()), new StreamMessageWriter(new PassThrough()));
      connection.listen();
      return connection;
    },
  }),
  of('graphql-ws#Client', 'dispose', () => import('graphql-ws'), { make: ({ createClient }) => createClient({ url: 'ws://127.0.0.1:9', webSocketImpl: class { static CONNECTING = 0; static OPEN = 1; static CLOSING = 2; static CLOSED = 3; } }) }),
  of('@azure/service-bus#ServiceBusClient', 'close', () => import('@azure/service-bus'), { make: ({ ServiceBusClient }) => new ServiceBusClient('Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=eA==') }),
  of('@azure/event-hubs#EventHubProducerClient', 'close', () => import('@azure/event-hubs'), { make: ({ EventHubProducerClient }) => new EventHubProducerClient('Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=x;SharedAccessKey=eA==;EntityPath=h') }),
  of('bree#Bree', 'stop', () => import('bree'), { fresh: ({ default: Bree }) => new Bree({ root: false, logger: false }) }),
  of('pg-boss#PgBoss', 'stop', () => import('pg-boss'), { fresh: ({ default: PgBoss }) => new PgBoss('postgres://127.0.0.1:9/x') }),
  of('livekit-client#Room', 'disconnect', () => import('livekit-client'), { fresh: ({ Room }) => new Room() }),
  of('yjs#UndoManager', 'destroy', () => import('yjs'), { make: ({ Doc, UndoManager }) => new UndoManager(new Doc().getText('t')) }),
  of('zigbee-herdsman#Controller', 'stop', () => import('zigbee-herdsman'), { fresh: ({ Controller }) => new Controller({ serialPort: { path: '/none' }, databasePath: path.join(folder, 'db') }) }),
  of('@libp2p/interface#Libp2p', 'stop', () => import('libp2p'), { fresh: ({ createLibp2p }) => createLibp2p({ start: false }) }),
];
