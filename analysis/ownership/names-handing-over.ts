import type ts from 'typescript';
import { calleeBody, isFactory, mayBeFactory } from '../contracts/calls.ts';
import { mayMakeResource } from '../contracts/constructed.ts';
import { calledName, isGivenAnew, madeValues, makersNamed, type MadeValues } from '../names.ts';
import { perView } from '../per-view.ts';
import type { FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { statesAnything } from './stated.ts';

/** How often a name is called before it pays to ask which functions its functions call. */
const oftenCalled = 8;

const lookups = /^[_#]*(get|find|resolve|lookup|use|inject|current|default)(?![a-z])/;

/** By its name, a function looks up what it returns, and does not make it. */
export function looksUp({ name }: FunctionWithBody): boolean {
  return lookups.test(name?.getText() ?? '');
}

/** The names that functions of the program are called by which may hand over what they made. */
export const namesHandingOver = perView((view) => new NamesHandingOver(view));

type Call = ts.CallExpression;

/**
 * Names of functions of the program that may return what they made. More than do: the answer depends on nothing but syntax and classes, and, of a name that
 * is called often, on which functions are called in those of that name. How often it was asked for decides what an answer costs, never what is found.
 */
class NamesHandingOver {
  readonly #view: View;
  readonly #byName = new Map<string, boolean>();
  readonly #byFunction = new Map<FunctionWithBody, boolean>();
  readonly #asked = new Map<string, number>();

  constructor(view: View) {
    this.#view = view;
  }

  /** Whether what a call of this name calls may hand over what it made. */
  has(name: string): boolean {
    if (!this.#mayByName(name)) return false;
    const asked = (this.#asked.get(name) ?? 0) + 1;
    this.#asked.set(name, asked);
    if (asked === oftenCalled && !isGivenAnew(this.#view, name)) this.#byName.set(name, makersNamed(this.#view, name).some(({ node }) => this.#mayByFunction(node)));
    return this.#byName.get(name)!;
  }

  #mayByName(name: string): boolean {
    return this.#settle(this.#byName, name, () => makersNamed(this.#view, name).some(({ node, values }) => !looksUp(node) && this.#areMade(values, (call, name) => mayBeFactory(this.#view, call) || this.#mayByName(name))));
  }

  #mayByFunction(node: FunctionWithBody): boolean {
    return this.#settle(this.#byFunction, node, () => {
      const values = looksUp(node) ? undefined : madeValues(this.#view.ts, node);
      return values !== undefined && this.#areMade(values, (call, name) => isFactory(this.#view, call) || (this.#mayByName(name) && this.#mayByCallee(call)));
    });
  }

  #mayByCallee(call: Call): boolean {
    const body = calleeBody(this.#view, call);
    return body !== undefined && this.#mayByFunction(body);
  }

  /** What is asked again before it is answered may be. */
  #settle<Key>(answers: Map<Key, boolean>, key: Key, ask: () => boolean): boolean {
    const known = answers.get(key);
    if (known !== undefined) return known;
    answers.set(key, true);
    const answer = ask();
    answers.set(key, answer);
    return answer;
  }

  #areMade(values: MadeValues, mayHandOver: (call: Call, name: string) => boolean): boolean {
    return values.every((calls) => calls.some((one) => this.#mayMake(one, mayHandOver)));
  }

  #mayMake(node: Call | ts.NewExpression, mayHandOver: (call: Call, name: string) => boolean): boolean {
    const view = this.#view;
    if (view.ts.isNewExpression(node)) return mayMakeResource(view, node);
    const name = calledName(view, node);
    return name === undefined || statesAnything(view) || mayHandOver(node, name);
  }
}
