/**
 * What has been answered, and what is being answered: memoised questions that may ask each other in circles.
 *
 * A question without a `cycle` is a plain function of other answers. One with a `cycle` may depend on itself; it is where a circle is cut. The circles are
 * found as Tarjan finds strongly connected components (1972), by the lowest frame that each frame reaches back to. A component is solved by chaotic
 * iteration from `bottom` (Kleene; Cousot, Cousot 1977): every member is asked again, in the order of the text and then against it, until a round changes
 * nothing. Neither the order nor the beginning depends on which member was asked first, and nothing that was computed from a provisional answer outlives
 * its round. Top-down evaluation with such a table: Le Charlier, Van Hentenryck, "A universal top-down fixpoint algorithm" (1992).
 *
 * Two bounds keep it finite, after which the answer is `unknown` and is counted: the rounds of a component, and the length of the longest chain of
 * such questions under an answer (a component counts as many as it has members). The length belongs to the question, not to the way to it.
 */
export interface Cycle<Answer> {
  /** The answer to begin with: as if nothing were known to happen. */
  readonly bottom: Answer;
  /** The answer when a bound is hit: silent. */
  readonly unknown: Answer;
}

export const mostRounds = 32;
export const longestChain = 200;

/** A question that takes part in a circle, or may, or whose answer counts for the length of a chain. */
class Entry {
  readonly question: string;
  readonly key: object;
  state: 'open' | 'provisional' | 'passing' | 'final' = 'open';
  answer: unknown = undefined;
  /** The lowest frame that a provisional or passing answer depends on. */
  low = Infinity;
  /** The number of questions with a cycle on the longest chain under it. */
  length = 0;
  /** How often it is being asked at the moment. */
  asked = 0;
  ask: () => unknown = unasked;
  cycle: Cycle<unknown> | undefined = undefined;

  constructor(question: string, key: object) {
    this.question = question;
    this.key = key;
  }
}

/** One question being answered. */
interface Frame {
  readonly question: string;
  readonly key: object;
  /** A plain question has an entry once it is asked within itself. */
  entry: Entry | undefined;
  readonly index: number;
  /** Questions with a cycle among the frames below, this one included. */
  readonly nesting: number;
  /** Where the trail stood. */
  readonly trail: number;
  low: number;
  length: number;
}

class TooDeep extends Error {}

const unasked = (): undefined => undefined;

/** Stands in a table for the answer `undefined`. */
const nothing = Symbol('nothing');

/** What is known of one question, by key: an entry, or, of a plain question that is answered for good and has no question with a cycle under it, the bare answer. */
type Table = Map<object, unknown>;

/** Remembers answers by question and key, for as long as it lives itself: as the program whose nodes, symbols and types the keys are. */
export class Memory {
  readonly #tables = new Map<string, Table>();
  readonly #frames: Frame[] = [];
  /** The entries whose answers hold for this round only. */
  readonly #trail: Entry[] = [];
  readonly #compare: (a: object, b: object) => number;
  readonly #giveUp: (key: object) => void;

  /**
   * @param compare the order of two keys, which must not depend on when they were asked for
   * @param giveUp called with the key of each question that a bound leaves unknown
   */
  constructor(compare: (a: object, b: object) => number, giveUp: (key: object) => void) {
    this.#compare = compare;
    this.#giveUp = giveUp;
  }

  remember<Answer>(question: string, key: object, ask: () => Answer, cycle?: Cycle<Answer>): Answer {
    const table = this.#tableOf(question);
    const known = table.get(key);
    if (known === undefined && !cycle) return this.#first(table, question, key, ask) as Answer;
    if (known !== undefined && !(known instanceof Entry)) return (known === nothing ? undefined : known) as Answer;
    return this.#ofEntry(known ?? enter(table, question, key), ask, cycle) as Answer;
  }

  #tableOf(question: string): Table {
    let table = this.#tables.get(question);
    if (!table) this.#tables.set(question, (table = new Map()));
    return table;
  }

  #ofEntry(entry: Entry, ask: () => unknown, cycle: Cycle<unknown> | undefined): unknown {
    if (entry.state === 'open') {
      entry.ask = ask;
      entry.cycle = cycle;
      return cycle ? this.#solve(entry, cycle) : this.#derive(entry);
    }
    this.#depend(entry.state === 'final' ? Infinity : entry.low, entry.length);
    return entry.answer;
  }

  /** A plain question of which nothing is known yet. Most are answered with nothing open under them: those leave their answer, and no more. */
  #first(table: Table, question: string, key: object, ask: () => unknown): unknown {
    const open = this.#openFrame(question, key);
    if (open) {
      open.entry = enter(table, question, key);
      open.entry.asked = 1;
      return this.#ofEntry(open.entry, ask, undefined);
    }
    const frame = this.#push(question, key, false);
    let answer: unknown;
    try {
      answer = ask();
    } finally {
      if (frame.entry) frame.entry.asked--;
      this.#frames.pop();
    }
    if (frame.entry || frame.length > 0 || frame.low < frame.index) this.#keep(frame.entry ?? enter(table, question, key), answer, frame, frame.length);
    else table.set(key, answer === undefined ? nothing : answer);
    this.#depend(frame.low < frame.index ? frame.low : Infinity, frame.length);
    return answer;
  }

  #openFrame(question: string, key: object): Frame | undefined {
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const frame = this.#frames[index]!;
      if (frame.key === key && frame.question === question) return frame;
    }
    return undefined;
  }

  /** What the question on top depends on. */
  #depend(low: number, length: number): void {
    const top = this.#frames.at(-1);
    if (!top) return;
    if (low < top.low) top.low = low;
    if (length > top.length) top.length = length;
  }

  #push(question: string, key: object, isCycle: boolean): Frame {
    const nesting = (this.#frames.at(-1)?.nesting ?? 0) + (isCycle ? 1 : 0);
    const frame: Frame = { question, key, entry: undefined, index: this.#frames.length, nesting, trail: this.#trail.length, low: Infinity, length: 0 };
    this.#frames.push(frame);
    return frame;
  }

  /** A plain question that is asked within itself is asked once more, down to the cycle that cuts the circle. */
  #derive(entry: Entry): unknown {
    if (entry.asked > 1) return undefined;
    const frame = this.#push(entry.question, entry.key, entry.cycle !== undefined);
    entry.asked++;
    try {
      this.#keep(entry, entry.ask(), frame, frame.length);
    } finally {
      entry.asked--;
      this.#frames.pop();
    }
    this.#depend(frame.low < frame.index ? frame.low : Infinity, entry.length);
    return entry.answer;
  }

  /** Final when it depends on nothing below that is still open; else for this round. */
  #keep(entry: Entry, answer: unknown, frame: Frame, length: number): void {
    const isFinal = frame.low >= frame.index;
    entry.state = isFinal ? 'final' : 'passing';
    entry.answer = answer;
    entry.low = frame.low;
    entry.length = length;
    if (isFinal) return;
    this.#trail.push(entry);
    this.#reachDown(frame);
  }

  /** What depends on a frame that is done depends on what that frame depends on. */
  #reachDown(frame: Frame): void {
    for (const entry of this.#trail.slice(frame.trail)) entry.low = Math.min(entry.low, frame.low);
  }

  #solve(entry: Entry, cycle: Cycle<unknown>): unknown {
    const frame = this.#push(entry.question, entry.key, entry.cycle !== undefined);
    try {
      if (frame.nesting > 2 * longestChain) throw new TooDeep();
      Object.assign(entry, { state: 'provisional', answer: cycle.bottom, low: frame.index, length: 0 });
      const answer = entry.ask();
      if (frame.low === frame.index) this.#iterate(entry, frame);
      else if (frame.low > frame.index) this.#settle(entry, answer, frame.length + 1);
      else this.#keep(entry, answer, frame, frame.length + 1);
    } catch (error) {
      this.#forget(frame);
      entry.state = 'open';
      if (!(error instanceof TooDeep) || frame.nesting > longestChain) throw error;
      this.#settle(entry, cycle.unknown, longestChain + 1);
    } finally {
      this.#frames.pop();
    }
    this.#depend(entry.state === 'final' ? Infinity : entry.low, entry.length);
    return entry.answer;
  }

  #settle(entry: Entry, answer: unknown, length: number): void {
    const isKnown = length <= longestChain;
    if (!isKnown) this.#giveUp(entry.key);
    Object.assign(entry, { state: 'final', answer: isKnown ? answer : entry.cycle!.unknown, low: Infinity, length: Math.min(length, longestChain + 1) });
  }

  /** What was computed above a frame in this round is asked anew. */
  #forget(frame: Frame): void {
    for (const entry of this.#trail.splice(frame.trail)) if (entry.state !== 'final') entry.state = 'open';
  }

  /** Iterates over the component that a frame is the lowest of, until it is stable. */
  #iterate(head: Entry, frame: Frame): void {
    const members = new Set([head]);
    let found = this.#recursiveSince(frame);
    try {
      for (let round = 0; round < mostRounds; round++) {
        if (found.some((entry) => !members.has(entry))) round = this.#begin(members, found, frame);
        const { changed, met } = this.#round(this.#inOrder(members, round), frame);
        found = met;
        if (frame.low < frame.index) return this.#passDown(members, frame);
        if (!changed && met.every((entry) => members.has(entry))) return this.#close(members, frame);
      }
      this.#forget(frame);
      for (const entry of members) this.#settle(entry, undefined, longestChain + 1);
    } catch (error) {
      for (const entry of members) entry.state = 'open';
      throw error;
    }
  }

  /** All members from the bottom, with those that were met on the way. */
  #begin(members: Set<Entry>, found: readonly Entry[], frame: Frame): number {
    this.#forget(frame);
    for (const entry of found) members.add(entry);
    for (const entry of members) Object.assign(entry, { state: 'provisional', answer: entry.cycle!.bottom, low: frame.index, length: 0 });
    return 0;
  }

  #inOrder(members: ReadonlySet<Entry>, round: number): readonly Entry[] {
    const sorted = [...members].sort((a, b) => (a.question < b.question ? -1 : a.question > b.question ? 1 : this.#compare(a.key, b.key)));
    return round % 2 === 0 ? sorted : sorted.reverse();
  }

  #recursiveSince(frame: Frame): readonly Entry[] {
    return this.#trail.slice(frame.trail).filter((entry) => entry.cycle !== undefined);
  }

  /** Asks every member once more; what depends on an answer that changed is asked anew. */
  #round(members: readonly Entry[], frame: Frame): { changed: boolean; met: readonly Entry[] } {
    const met: Entry[] = [];
    let changed = false;
    frame.length = 0;
    this.#forget(frame);
    for (const entry of members) {
      const answer = this.#askAgain(entry);
      met.push(...this.#recursiveSince(frame));
      if (isSame(entry.answer, answer)) continue;
      entry.answer = answer;
      changed = true;
      this.#forget(frame);
    }
    return { changed, met };
  }

  #askAgain(entry: Entry): unknown {
    const inner = this.#push(entry.question, entry.key, entry.cycle !== undefined);
    try {
      return entry.ask();
    } finally {
      this.#frames.pop();
      this.#depend(inner.low, inner.length);
    }
  }

  /** No round changed anything: what was computed from these answers holds as well. */
  #close(members: ReadonlySet<Entry>, frame: Frame): void {
    const length = frame.length + members.size;
    for (const entry of members) this.#settle(entry, entry.answer, length);
    for (const entry of this.#trail.splice(frame.trail)) if (entry.state !== 'final') Object.assign(entry, { state: length <= longestChain ? 'final' : 'open', length });
  }

  /** The component turned out to be part of a larger one, which solves it. */
  #passDown(members: ReadonlySet<Entry>, frame: Frame): void {
    for (const entry of members) entry.state = 'passing';
    this.#trail.push(...members);
    this.#reachDown(frame);
  }
}

function enter(table: Table, question: string, key: object): Entry {
  const entry = new Entry(question, key);
  table.set(key, entry);
  return entry;
}

/** Whether two answers say the same: data is compared by its parts, anything else by identity. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((item) => b.has(item));
  if (Object.getPrototypeOf(a) !== Object.prototype || Object.getPrototypeOf(b) !== Object.prototype) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key as never], b[key as never]));
}
