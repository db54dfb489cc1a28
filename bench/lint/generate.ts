import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Units that know each other, each the one before it; a program of scale 1 has as many. */
export const unitsPerScale = 40;

/**
 * Writes a program of services: each unit is a folder with the files of `unitFiles`, of whose eight three acquire, start or release something, the others compute, as in usual code.
 * @returns the path of its tsconfig.json
 */
export function generateProgram(folder: string, units: number, typeRoots: string): string {
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  symlinkSync(typeRoots, path.join(folder, 'node_modules'), 'dir');
  for (let unit = 0; unit < units; unit++) {
    const home = path.join(folder, 'src', `unit${unit}`);
    mkdirSync(home);
    for (const [name, text] of Object.entries(unitFiles(unit))) writeFileSync(path.join(home, `${name}.ts`), text);
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  const compilerOptions = { target: 'es2022', module: 'nodenext', strict: true, noEmit: true, types: ['node'], lib: ['es2023', 'esnext.disposable'], skipLibCheck: true };
  const tsconfig = path.join(folder, 'tsconfig.json');
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions, include: ['src'] }));
  return tsconfig;
}

/** Units know the one before them, so that types and calls cross files. */
function unitFiles(unit: number): Record<string, string> {
  const before = unit % unitsPerScale === 0 ? unit : unit - 1;
  return { model: model(unit), repository: repository(unit), rules: rules(unit, before), format: format(unit), handlers: handlers(unit, before), service: service(unit), poller: poller(unit), main: main(unit) };
}

const model = (n: number) => `
export interface Order${n} { id: string; customer: string; lines: readonly Line${n}[]; state: State${n}; placedAt: Date; note?: string }
export interface Line${n} { sku: string; quantity: number; price: number; tags: readonly string[] }
export type State${n} = 'open' | 'paid' | 'shipped' | 'closed';
export class Money${n} {
  constructor(readonly amount: number, readonly currency: string) {}
  plus(other: Money${n}): Money${n} { return new Money${n}(this.amount + other.amount, this.currency); }
  times(factor: number): Money${n} { return new Money${n}(this.amount * factor, this.currency); }
  toString(): string { return \`\${this.amount.toFixed(2)} \${this.currency}\`; }
}
export function emptyOrder(id: string): Order${n} { return { id, customer: '', lines: [], state: 'open', placedAt: new Date() }; }
`;

const repository = (n: number) => `
import type { Order${n}, State${n} } from './model.js';
export class OrderRepository${n} {
  readonly #orders = new Map<string, Order${n}>();
  async find(id: string): Promise<Order${n} | undefined> { await Promise.resolve(); return this.#orders.get(id); }
  async save(order: Order${n}): Promise<void> { await Promise.resolve(); this.#orders.set(order.id, { ...order, lines: [...order.lines] }); }
  async inState(state: State${n}): Promise<Order${n}[]> { return [...this.#orders.values()].filter((order) => order.state === state); }
  async move(id: string, state: State${n}): Promise<boolean> {
    const order = await this.find(id);
    if (!order) return false;
    await this.save({ ...order, state });
    return true;
  }
}
`;

const rules = (n: number, before: number) => `
import { Money${n}, type Order${n}, type Line${n} } from './model.js';
import type { Order${before} as Former } from '../unit${before}/model.js';
export function total(order: Order${n}): Money${n} {
  return order.lines.map(priceOf).reduce((sum, price) => sum.plus(price), new Money${n}(0, 'EUR'));
}
function priceOf(line: Line${n}): Money${n} { return new Money${n}(line.price, 'EUR').times(line.quantity).times(discount(line)); }
function discount(line: Line${n}): number {
  const tags = new Set(line.tags.map((tag) => tag.trim().toLowerCase()));
  if (tags.has('sale')) return 0.8;
  return tags.size > 3 ? 0.9 : 1;
}
export function isComplete(order: Order${n}, former: Former | undefined): boolean {
  if (former && former.placedAt.getTime() > order.placedAt.getTime()) return false;
  return order.lines.length > 0 && order.lines.every((line) => line.quantity > 0 && Number.isInteger(line.quantity));
}
export function groupBySku(orders: readonly Order${n}[]): Map<string, Line${n}[]> {
  const groups = new Map<string, Line${n}[]>();
  for (const order of orders) for (const line of order.lines) {
    const group = groups.get(line.sku);
    if (group) group.push(line);
    else groups.set(line.sku, [line]);
  }
  return groups;
}
`;

const format = (n: number) => `
import type { Order${n} } from './model.js';
import { total } from './rules.js';
const pad = (text: string, width: number) => text.padEnd(width).slice(0, width);
export function asTable(orders: readonly Order${n}[]): string {
  const head = ['id', 'customer', 'state', 'total'].map((name) => pad(name, 12)).join(' | ');
  const rows = orders.map((order) => [order.id, order.customer, order.state, total(order).toString()].map((cell) => pad(cell, 12)).join(' | '));
  return [head, '-'.repeat(head.length), ...rows].join('\\n');
}
export function asJson(order: Order${n}): string { return JSON.stringify({ ...order, placedAt: order.placedAt.toISOString(), total: total(order).amount }, undefined, 2); }
export function parse(text: string): Order${n}[] {
  const raw = JSON.parse(text) as { orders: (Omit<Order${n}, 'placedAt'> & { placedAt: string })[] };
  return raw.orders.map((order) => ({ ...order, placedAt: new Date(order.placedAt) }));
}
`;

const handlers = (n: number, before: number) => `
import { emptyOrder, type Order${n} } from './model.js';
import type { OrderRepository${n} } from './repository.js';
import { isComplete, total } from './rules.js';
import { asTable } from './format.js';
import { emptyOrder as emptyFormer } from '../unit${before}/model.js';
interface Request { path: string; body?: unknown; headers: Record<string, string | undefined> }
interface Answer { status: number; body: string }
export class OrderHandlers${n} {
  constructor(private readonly repository: OrderRepository${n}, private readonly log: (text: string) => void) {}
  async get(request: Request): Promise<Answer> {
    const id = request.path.split('/').at(-1) ?? '';
    const order = await this.repository.find(id);
    this.log(\`get \${id}\`);
    return order ? this.answer(200, order) : { status: 404, body: 'not found' };
  }
  async post(request: Request): Promise<Answer> {
    const order = { ...emptyOrder(String(Date.now())), ...(request.body as Partial<Order${n}>) };
    if (!isComplete(order, emptyFormer(order.id))) return { status: 400, body: 'incomplete' };
    await this.repository.save(order);
    return this.answer(201, order);
  }
  async list(): Promise<Answer> {
    const open = await this.repository.inState('open');
    const sums = await Promise.all(open.map(async (order) => { await this.repository.move(order.id, 'paid'); return total(order).amount; }));
    return { status: 200, body: \`\${asTable(open)}\\n\${sums.reduce((a, b) => a + b, 0)}\` };
  }
  private answer(status: number, order: Order${n}): Answer { return { status, body: JSON.stringify(order) }; }
}
`;

const service = (n: number) => `
import { createServer, type Server } from 'node:http';
import { OrderHandlers${n} } from './handlers.js';
import { OrderRepository${n} } from './repository.js';
export class OrderService${n} implements AsyncDisposable {
  #server: Server | undefined;
  readonly #handlers = new OrderHandlers${n}(new OrderRepository${n}(), (text) => console.log(text));
  async start(port: number): Promise<void> {
    const server = createServer((request, response) => {
      void this.#handlers.get({ path: request.url ?? '/', headers: {} }).then(({ status, body }) => response.writeHead(status).end(body));
    });
    await new Promise<void>((resolve) => server.listen(port, resolve));
    this.#server = server;
  }
  async stop(): Promise<void> {
    const server = this.#server;
    if (server) await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    this.#server = undefined;
  }
  async [Symbol.asyncDispose](): Promise<void> { await this.stop(); }
}
`;

const poller = (n: number) => `
import { EventEmitter } from 'node:events';
import type { OrderRepository${n} } from './repository.js';
export class OrderPoller${n} extends EventEmitter {
  #timer: NodeJS.Timeout | undefined;
  constructor(private readonly repository: OrderRepository${n}) { super(); }
  start(): void { this.#timer = setInterval(() => { this.poll().catch((error: unknown) => this.emit('error', error)); }, 1000); }
  stop(): void { clearInterval(this.#timer); }
  private async poll(): Promise<void> {
    for (const order of await this.repository.inState('paid')) {
      await this.repository.move(order.id, 'shipped');
      this.emit('shipped', order.id);
    }
  }
}
export async function watchOnce(repository: OrderRepository${n}): Promise<void> {
  const poller = new OrderPoller${n}(repository);
  poller.start();
  await repository.inState('open');
  ${n % 4 === 0 ? '' : 'poller.stop();'}
}
`;

const main = (n: number) => `
import { OrderService${n} } from './service.js';
import { asTable, parse } from './format.js';
export async function run(text: string): Promise<string> {
  const service = new OrderService${n}();
  try {
    await service.start(${8000 + n});
    return asTable(parse(text));
  } finally {
    await service.stop();
  }
}
`;
