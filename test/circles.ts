import type { Files } from './program.ts';

/** A program whose functions call each other, and whose classes own each other, across files. Each answer follows from only one of them. */
export const circles: Files = {
  'left.ts': `import { Right } from './right.ts';

export class Left {
  readonly #right = new Right();
  start() {
    this.#right.start();
  }
  stop() {
    this.#right.stop();
  }
}
`,
  'right.ts': `import { Left } from './left.ts';

export class Right {
  #left: Left | undefined;
  #timer: NodeJS.Timeout | undefined;
  start() {
    this.#left?.start();
    this.#timer = setInterval(() => console.log('tick'), 1000);
  }
  stop() {
    this.#left?.stop();
    clearInterval(this.#timer);
  }
}
`,
  'ping.ts': `import { pong } from './pong.ts';

export function ping(timer: NodeJS.Timeout, times: number) {
  if (times > 0) pong(timer, times - 1);
}

export function glance(timer: NodeJS.Timeout, times: number) {
  if (times > 0) glanceBack(timer, times - 1);
}

function glanceBack(timer: NodeJS.Timeout, times: number) {
  glance(timer, times - 1);
}
`,
  'pong.ts': `import { ping } from './ping.ts';

export function pong(timer: NodeJS.Timeout, times: number) {
  if (times === 0) clearInterval(timer);
  else ping(timer, times - 1);
}
`,
  'main.ts': `import { Left } from './left.ts';
import { glance, ping } from './ping.ts';
import { Right } from './right.ts';

export function leftRuns() {
  const left = new Left();
  left.start();
}

export function rightRuns() {
  const right = new Right();
  right.start();
}

export function isEnded() {
  const timer = setInterval(() => console.log('tick'), 1000);
  ping(timer, 3);
}

export function isOnlySeen() {
  const timer = setInterval(() => console.log('tick'), 1000);
  glance(timer, 3);
}
`,
};
