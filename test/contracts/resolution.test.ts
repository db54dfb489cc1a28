import { expect, test } from 'vitest';
import type { Files } from '../program.ts';
import { storiesOf } from '../analysis/harness.ts';

/** The resources of a piece of code: the name, its contract's package and type, how sure. */
function found(code: string, files: Files = {}): string[] {
  return storiesOf(code, { files }).resources.map(({ resource: { name, contract }, grade }) => `${name}: ${'package' in contract.type ? contract.type.package : contract.type.from}#${contract.type.name} ${grade}`);
}

const leak = (make: string, type = '') => `export async function run() {\n  const it${type} = ${make};\n  await it.connect();\n}\n`;

test('a class by the package it is imported from, whatever it is called here', () => {
  expect(found(`import { Client as Database } from 'pg';\n${leak('new Database()')}`)).toEqual(['it: pg#Client certain']);
});

test('a namesake of the program is another class', () => {
  expect(found(`class Client { async connect() {} }\n${leak('new Client()')}`)).toEqual([]);
});

test('a re-export leads to the package', () => {
  expect(found(`import { Client } from './database';\n${leak('new Client()')}`, { 'database.ts': "export { Client } from 'pg';" })).toEqual(['it: pg#Client certain']);
});

test('a type-only import names the type of what a function of the program makes', () => {
  const code = `import type { Client } from 'pg';\nimport { open } from './database';\n${leak('open()', ': Client')}`;
  expect(found(code, { 'database.ts': "import { Client } from 'pg';\nexport function open() { return new Client(); }" })).toEqual(['it: pg#Client certain']);
});

test('a subclass of the program has the contract of what it extends', () => {
  expect(found(`import { Client } from 'pg';\nclass Logged extends Client {}\n${leak('new Logged()')}`)).toEqual(['it: pg#Client certain']);
});

test('ReturnType of a factory is the type it returns', () => {
  const code = `import { Client } from 'pg';\nconst open = () => new Client();\nexport async function run() {\n  const it: ReturnType<typeof open> = open();\n  await it.connect();\n}\n`;
  expect(found(code)).toEqual(['it: pg#Client certain']);
});

test('a type parameter has the contract of its constraint', () => {
  const code = `import { Client } from 'pg';\nexport async function run<T extends Client>(type: new () => T) {\n  const it = new type();\n  await it.connect();\n}\n`;
  expect(found(code)).toEqual(['it: pg#Client certain']);
});

test('an interface of the program with a start and a stop verb is a service', () => {
  const code = 'interface Feed { start(): Promise<void>; stop(): Promise<void> }\nclass Poll implements Feed { async start() {} async stop() {} }\nconst make = (): Feed => new Poll();\nexport async function run() {\n  const it = make();\n  await it.start();\n}\n';
  expect(found(code)).toEqual(['it: file#Poll certain']);
});

test('a merged declaration keeps the contract', () => {
  expect(found(`import { Client } from 'pg';\n${leak('new Client()')}`, { 'more.d.ts': "import 'pg';\ndeclare module 'pg' { interface Client { label: string } }" })).toEqual(['it: pg#Client certain']);
});

test("Node's modules are found with and without their prefix", () => {
  const server = (module: string) => `import { createServer } from '${module}';\nexport function run() {\n  const it = createServer();\n  it.listen(0);\n}\n`;
  expect(found(server('http'))).toEqual(['it: node:http#Server certain']);
  expect(found(server('node:http'))).toEqual(['it: node:http#Server certain']);
});

test('without types the name of the import is likely the contract', () => {
  expect(found(`import { MongoClient } from 'mongodb';\n${leak('new MongoClient("mongodb://localhost")')}`)).toEqual(['it: mongodb#MongoClient likely']);
  expect(found(`import * as amqp from 'amqplib';\nexport async function run() {\n  const it = await amqp.connect('amqp://localhost');\n  await it.ready();\n}\n`)).toEqual(['it: amqplib#ChannelModel likely']);
});

test('without types a name that no import brings is nothing', () => {
  expect(found(`declare const MongoClient: any;\n${leak('new MongoClient()')}`)).toEqual([]);
  expect(found(`import { MongoClient } from './mongodb';\n${leak('new MongoClient()')}`)).toEqual([]);
});
