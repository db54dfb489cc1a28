/** Just enough of the packages' typings for the programs, by file under node_modules. `npm run contracts:check` reads the same programs with the real ones. */
export const stubs: Readonly<Record<string, string>> = {
  'redis/index.d.ts': `
    export interface RedisClientType { connect(): Promise<RedisClientType>; set(key: string, value: string): Promise<unknown>; close(): Promise<void>; destroy(): void; }
    export function createClient(): RedisClientType;`,
  'mysql2/promise.d.ts': `
    export declare class Connection { query(sql: string): Promise<unknown>; end(): Promise<void>; destroy(): void; [Symbol.asyncDispose](): Promise<void>; }
    export function createConnection(uri: string): Promise<Connection>;`,
  'mongodb/index.d.ts': `
    export declare class MongoClient { constructor(uri: string); connect(): Promise<this>; db(name: string): { command(command: object): Promise<unknown> }; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void>; }`,
  'mongoose/index.d.ts': `
    export declare class Connection { asPromise(): Promise<this>; close(): Promise<void>; destroy(): Promise<void>; }
    export function createConnection(uri: string): Connection;`,
  'knex/index.d.ts': `
    export interface Knex { raw(sql: string): Promise<unknown>; destroy(): Promise<void>; }
    export function knex(config: { client: string }): Knex;`,
  'sequelize/index.d.ts': 'export declare class Sequelize { constructor(uri: string); authenticate(): Promise<void>; close(): Promise<void>; }',
  'typeorm/index.d.ts': `
    export declare class DataSource { constructor(options: { type: string }); initialize(): Promise<this>; query(sql: string): Promise<unknown>; destroy(): Promise<void>; }`,
  'postgres/index.d.ts': `
    export interface Sql { unsafe(sql: string): Promise<unknown>; end(): Promise<void>; }
    export default function postgres(uri: string): Sql;`,
  'better-sqlite3/index.d.ts': `
    interface Database { exec(sql: string): this; close(): this; }
    declare const Database: { new (file: string): Database };
    export default Database;`,
  '@libsql/core/api.d.ts': 'export interface Client { execute(sql: string): Promise<unknown>; close(): void; }',
  '@libsql/client/index.d.ts': `
    import type { Client } from '@libsql/core/api';
    export function createClient(config: { url: string }): Client;`,
  'neo4j-driver-core/index.d.ts': 'export declare class Driver { getServerInfo(): Promise<unknown>; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void>; }',
  'neo4j-driver/index.d.ts': `
    import { Driver } from 'neo4j-driver-core';
    export { Driver };
    export function driver(uri: string): Driver;`,
  '@clickhouse/client/index.d.ts': `
    export declare class ClickHouseClient { ping(): Promise<unknown>; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void>; }
    export function createClient(): ClickHouseClient;`,
  'pg-boss/index.d.ts': `
    declare class PgBoss { constructor(uri: string); start(): Promise<this>; send(name: string, data: object): Promise<string | null>; stop(): Promise<void>; }
    export default PgBoss;`,
  'graphile-worker/index.d.ts': `
    export interface WorkerUtils { addJob(name: string, payload: object): Promise<unknown>; release(): Promise<void>; }
    export function makeWorkerUtils(options: object): Promise<WorkerUtils>;`,
  'amqplib/index.d.ts': `
    export interface ChannelModel { updateSecret(secret: Buffer, reason: string): Promise<void>; close(): Promise<void>; }
    export function connect(uri: string): Promise<ChannelModel>;`,
  'nats/index.d.ts': `
    export interface NatsConnection { flush(): Promise<void>; drain(): Promise<void>; close(): Promise<void>; }
    export function connect(): Promise<NatsConnection>;`,
  'mqtt/index.d.ts': `
    export declare class MqttClient { publishAsync(topic: string, text: string): Promise<unknown>; endAsync(): Promise<void>; end(): this; }
    export function connectAsync(uri: string): Promise<MqttClient>;`,
  'socket.io/index.d.ts': 'export declare class Server { constructor(port: number); close(): Promise<void>; }',
  'undici/index.d.ts': `
    export declare class Client { constructor(origin: string); request(options: { path: string; method: string }): Promise<unknown>; close(): Promise<void>; destroy(): Promise<void>; }`,
  '@apollo/server/index.d.ts': 'export declare class ApolloServer { constructor(options: { typeDefs: string }); start(): Promise<void>; stop(): Promise<void>; }',
  'playwright-core/index.d.ts': `
    export interface Browser { newBrowserCDPSession(): Promise<unknown>; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void>; }
    export interface BrowserType { launch(): Promise<Browser>; }
    export const chromium: BrowserType;`,
  'puppeteer-core/index.d.ts': `
    export declare abstract class Browser { version(): Promise<string>; close(): Promise<void>; disconnect(): Promise<void>; }
    export declare const launch: () => Promise<Browser>;`,
  'chokidar/index.d.ts': `
    export declare class FSWatcher { close(): Promise<void>; }
    export function watch(paths: string): FSWatcher;`,
  'esbuild/index.d.ts': `
    export interface BuildContext { rebuild(): Promise<unknown>; dispose(): Promise<void>; }
    export function context(options: { entryPoints: string[] }): Promise<BuildContext>;`,
  'vite/index.d.ts': `
    export interface ViteDevServer { restart(): Promise<void>; close(): Promise<void>; }
    export function createServer(): Promise<ViteDevServer>;`,
  'rollup/index.d.ts': `
    export interface RollupBuild { write(options: { dir: string }): Promise<unknown>; close(): Promise<void>; [Symbol.asyncDispose](): Promise<void>; }
    export function rollup(options: { input: string }): Promise<RollupBuild>;`,
  'piscina/index.d.ts': `
    export declare class Piscina { constructor(options: { filename: string }); run(task: object): Promise<unknown>; close(): Promise<void>; destroy(): Promise<void>; [Symbol.dispose](): void; [Symbol.asyncDispose](): Promise<void>; }`,
  '@opentelemetry/sdk-node/index.d.ts': 'export declare class NodeSDK { start(): void; shutdown(): Promise<void>; }',
  'testcontainers/index.d.ts': `
    export interface StartedTestContainer { exec(command: string[]): Promise<unknown>; stop(): Promise<unknown>; [Symbol.asyncDispose](): Promise<void>; }
    export declare class GenericContainer { constructor(image: string); start(): Promise<StartedTestContainer>; }`,
  '@temporalio/client/index.d.ts': 'export declare class Connection { static connect(): Promise<Connection>; ensureConnected(): Promise<void>; close(): Promise<void>; }',
  'mobx/index.d.ts': `
    export interface IReactionDisposer { (): void; }
    export function autorun(view: () => void): IReactionDisposer;`,
  'proper-lockfile/index.d.ts': 'export function lock(file: string): Promise<() => Promise<void>>;',
};
