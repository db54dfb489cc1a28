import type ts from 'typescript';
import type { Grade } from '../grade.ts';

/** Where an obligation stands: not begun; made but not started; to be released; released or handed over. */
export type Status = 'none' | 'idle' | 'live' | 'done';

/** What a local variable is known to hold, as far as conditions can ask for it. */
export type Value = 'nullish' | 'truthy' | 'falsy';

/** One place on the way, linked to what came before it. */
export interface Trail {
  node: ts.Node;
  note: string;
  before: Trail | undefined;
  length: number;
}

/** One way the run can stand at a place. Different ways are kept apart, so that conditions asked twice get the same answer. */
export interface State {
  status: Status;
  /** Known values of variables and of conditions, by their text. */
  known: ReadonlyMap<string, Value>;
  /** The weakest step on the way. */
  grade: Grade;
  trail: Trail | undefined;
  /** Whether a release lies behind. */
  released: boolean;
}

export const initialState: State = { status: 'none', known: new Map(), grade: 'certain', trail: undefined, released: false };

function keyOf(state: State): string {
  return `${state.status} ${state.grade} ${state.known.size === 0 ? '' : [...state.known].map(([name, value]) => `${name}=${value}`).sort().join()}`;
}

export function withTrail(state: State, node: ts.Node, note: string): State {
  return { ...state, trail: { node, note, before: state.trail, length: (state.trail?.length ?? 0) + 1 } };
}

export function withKnown(state: State, name: string, value: Value | undefined): State {
  if (state.known.get(name) === value) return state;
  const known = new Map(state.known);
  if (value === undefined) known.delete(name);
  else known.set(name, value);
  return { ...state, known };
}

/** States without repetition: of two that stand alike, the one with the shorter way is kept. */
export class States {
  readonly #states = new Map<string, State>();

  constructor(states: Iterable<State> = []) {
    for (const state of states) this.add(state);
  }

  /** Whether the state was new. */
  add(state: State): boolean {
    const key = keyOf(state);
    const same = this.#states.get(key);
    if (!same || (state.trail?.length ?? 0) < (same.trail?.length ?? 0)) this.#states.set(key, state);
    return !same;
  }

  addAll(states: Iterable<State>): boolean {
    let grew = false;
    for (const state of states) grew = this.add(state) || grew;
    return grew;
  }

  get size(): number {
    return this.#states.size;
  }

  [Symbol.iterator](): Iterator<State> {
    return this.#states.values();
  }

  map(change: (state: State) => State): States {
    return new States([...this].map(change));
  }

  flatMap(change: (state: State) => Iterable<State>): States {
    return new States([...this].flatMap((state) => [...change(state)]));
  }
}
