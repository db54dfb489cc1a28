import type ts from 'typescript';
import type { Grade } from '../grade.ts';
import { isTransparent, skipTransparent, type FunctionWithBody } from '../syntax.ts';
import type { View } from '../view.ts';
import { isDefaultOfAll } from './cannot-fail.ts';
import { States, type State } from './state.ts';

/** What an analysis wants to know while a function is run abstractly. */
export interface Domain {
  /** What evaluating a node changes, once its parts have been evaluated. */
  evaluated(node: ts.Node, state: State): State;
  /** What it changes when it throws instead; `undefined` when it cannot throw. The grade says how sure the throw is. */
  thrown(node: ts.Node, state: State): { state: State; grade: Grade } | undefined;
  /** The state in which a condition has the answer; `undefined` when it cannot have it. */
  assume(condition: ts.Expression, answer: boolean, state: State): State | undefined;
  /** Whether evaluating a node ends the process. */
  endsProcess(node: ts.Node): boolean;
}

/** How control leaves a function, with the states in which it does. */
export interface Exits {
  end: States;
  returns: Map<ts.ReturnStatement | ts.Expression, States>;
  throws: Map<ts.Node, States>;
  process: Map<ts.Node, States>;
}

/** Where jumps out of a statement go. */
interface Targets {
  thrown(states: Iterable<State>, at: ts.Node): void;
  returned(states: States, at: ts.ReturnStatement): void;
  broken(states: States, label: string | undefined): void;
  continued(states: States, label: string | undefined): void;
}

const mostStates = 48;
const mostRounds = 12;

/**
 * Runs a function abstractly: structured abstract interpretation over its statements, with an edge to the handlers from every
 * expression that may throw. A `finally` runs for each way into it. Sets of states stay small; beyond a bound the run gives up.
 * @returns the exits, or nothing when a bound was hit
 */
export function interpret(view: View, body: FunctionWithBody | ts.Block, domain: Domain, initial: State): Exits | undefined {
  const exits: Exits = { end: new States(), returns: new Map(), throws: new Map(), process: new Map() };
  const targets: Targets = {
    thrown: (states, at) => addTo(exits.throws, at, states),
    returned: (states, at) => addTo(exits.returns, at, states),
    broken: () => undefined,
    continued: () => undefined,
  };
  try {
    const block = view.ts.isBlock(body) ? body : body.body;
    const run = new Run(view, domain, exits.process);
    const start = new States([initial]);
    if (view.ts.isBlock(block)) exits.end.addAll(run.statement(block, start, targets));
    else addTo(exits.returns, block, run.expression(block as ts.Expression, start, targets));
    return exits;
  } catch (error) {
    if (error instanceof TooManyStates) return undefined;
    throw error;
  }
}

class TooManyStates extends Error {}

function addTo<Key>(map: Map<Key, States>, key: Key, states: Iterable<State>): void {
  const there = map.get(key) ?? new States();
  there.addAll(states);
  if (there.size > 0) map.set(key, there);
}

class Run {
  readonly #view: View;
  readonly #domain: Domain;
  readonly #process: Map<ts.Node, States>;

  constructor(view: View, domain: Domain, process: Map<ts.Node, States>) {
    this.#view = view;
    this.#domain = domain;
    this.#process = process;
  }

  statement(node: ts.Statement, states: States, targets: Targets, label?: string): States {
    if (states.size === 0) return states;
    if (states.size > mostStates) throw new TooManyStates();
    const { ts: typescript } = this.#view;
    if (typescript.isBlock(node)) return this.#list(node.statements, states, targets);
    if (typescript.isIfStatement(node)) return this.#if(node, states, targets);
    if (typescript.isTryStatement(node)) return this.#try(node, states, targets);
    if (typescript.isReturnStatement(node)) return this.#return(node, states, targets);
    if (typescript.isThrowStatement(node)) return this.#throw(node, states, targets);
    if (typescript.isWhileStatement(node)) return this.#loop(states, targets, label, { test: node.expression, body: node.statement });
    if (typescript.isDoStatement(node)) return this.#loop(states, targets, label, { test: node.expression, body: node.statement, bodyFirst: true });
    if (typescript.isForStatement(node)) return this.#for(node, states, targets, label);
    if (typescript.isForOfStatement(node) || typescript.isForInStatement(node)) return this.#forEach(node, states, targets, label);
    if (typescript.isSwitchStatement(node)) return this.#switch(node, states, targets);
    if (typescript.isLabeledStatement(node)) return this.#labelled(node, states, targets);
    if (typescript.isBreakStatement(node)) return this.#jump(() => targets.broken(states, node.label?.text));
    if (typescript.isContinueStatement(node)) return this.#jump(() => targets.continued(states, node.label?.text));
    return this.#simple(node, states, targets);
  }

  #jump(go: () => void): States {
    go();
    return new States();
  }

  #list(statements: readonly ts.Statement[], states: States, targets: Targets): States {
    let current = states;
    for (const statement of statements) current = this.statement(statement, current, targets);
    return current;
  }

  /** A statement without control flow of its own: its expressions, in order. */
  #simple(node: ts.Statement, states: States, targets: Targets): States {
    const { ts: typescript } = this.#view;
    if (typescript.isVariableStatement(node)) return this.#declarations(node.declarationList, states, targets);
    if (typescript.isExpressionStatement(node) && waitsForEver(typescript, node.expression)) return new States();
    if (typescript.isExpressionStatement(node)) return this.#leave(node.expression, this.expression(node.expression, states, targets));
    if (typescript.isClassDeclaration(node) || typescript.isFunctionDeclaration(node)) return this.#evaluated(node, states, targets);
    return states;
  }

  #declarations(list: ts.VariableDeclarationList, states: States, targets: Targets): States {
    let current = states;
    for (const declaration of list.declarations) {
      if (declaration.initializer) current = this.expression(declaration.initializer, current, targets);
      current = this.#evaluated(declaration, current, targets);
    }
    return current;
  }

  /** A call that ends the process is the last one. */
  #leave(node: ts.Expression, states: States): States {
    const { ts: typescript } = this.#view;
    const value = skipTransparent(typescript, node);
    if (!this.#domain.endsProcess(typescript.isAwaitExpression(value) ? value.expression : value)) return states;
    addTo(this.#process, node, states);
    return new States();
  }

  #if(node: ts.IfStatement, states: States, targets: Targets): States {
    const { yes, no } = this.condition(node.expression, states, targets);
    const result = new States(this.statement(node.thenStatement, yes, targets));
    result.addAll(node.elseStatement ? this.statement(node.elseStatement, no, targets) : no);
    return result;
  }

  #return(node: ts.ReturnStatement, states: States, targets: Targets): States {
    const evaluated = node.expression ? this.expression(node.expression, states, targets) : states;
    targets.returned(evaluated, node);
    return new States();
  }

  #throw(node: ts.ThrowStatement, states: States, targets: Targets): States {
    const evaluated = this.expression(node.expression, states, targets);
    if (!isDefaultOfAll(this.#view, node)) targets.thrown(evaluated.map((state) => this.#domain.thrown(node, state)?.state ?? state), node);
    return new States();
  }

  #try(node: ts.TryStatement, states: States, targets: Targets): States {
    if (!node.finallyBlock) return this.#tryCatch(node, states, targets);
    const { finallyBlock } = node;
    const through = (outgoing: Iterable<State>) => this.statement(finallyBlock, new States(outgoing), targets);
    const pending: (() => void)[] = [];
    const thrown = new States();
    const inner: Targets = {
      thrown: (some) => void thrown.addAll(some),
      returned: (some, at) => void pending.push(() => this.#resume(through(some), (after) => targets.returned(after, at))),
      broken: (some, label) => void pending.push(() => this.#resume(through(some), (after) => targets.broken(after, label))),
      continued: (some, label) => void pending.push(() => this.#resume(through(some), (after) => targets.continued(after, label))),
    };
    const normal = node.catchClause ? this.#tryCatch(node, states, inner) : this.statement(node.tryBlock, states, inner);
    for (const leave of pending) leave();
    this.#resume(through(thrown), (after) => targets.thrown(after, finallyBlock));
    return through(normal);
  }

  #resume(states: States, go: (states: States) => void): void {
    if (states.size > 0) go(states);
  }

  #tryCatch(node: ts.TryStatement, states: States, targets: Targets): States {
    const caught = new States();
    const inner: Targets = { ...targets, thrown: (some) => void caught.addAll(some) };
    const result = new States(this.statement(node.tryBlock, states, inner));
    if (node.catchClause) result.addAll(this.statement(node.catchClause.block, caught, targets));
    return result;
  }

  #for(node: ts.ForStatement, states: States, targets: Targets, label: string | undefined): States {
    let current = states;
    const { initializer } = node;
    if (initializer) current = this.#view.ts.isVariableDeclarationList(initializer) ? this.#declarations(initializer, current, targets) : this.expression(initializer, current, targets);
    return this.#loop(current, targets, label, { test: node.condition, body: node.statement, step: node.incrementor });
  }

  #forEach(node: ts.ForOfStatement | ts.ForInStatement, states: States, targets: Targets, label: string | undefined): States {
    const current = this.expression(node.expression, states, targets);
    const waits = this.#view.ts.isForOfStatement(node) && node.awaitModifier ? node : undefined;
    return this.#loop(current, targets, label, { test: undefined, body: node.statement, mayEnd: true, ...(waits ? { turn: waits } : {}) });
  }

  #loop(states: States, targets: Targets, label: string | undefined, loop: { test: ts.Expression | undefined; body: ts.Statement; step?: ts.Expression | undefined; bodyFirst?: true; mayEnd?: true; turn?: ts.Node }): States {
    const result = new States();
    const seen = new States();
    const mine = (name: string | undefined) => name === undefined || name === label;
    let round = states;
    for (let count = 0; round.size > 0; count++) {
      if (count > mostRounds) throw new TooManyStates();
      const next = new States();
      const inner: Targets = {
        ...targets,
        broken: (some, name) => (mine(name) ? void result.addAll(some) : targets.broken(some, name)),
        continued: (some, name) => (mine(name) ? void next.addAll(some) : targets.continued(some, name)),
      };
      let entering = round;
      if (!(loop.bodyFirst && count === 0)) entering = this.#test(loop, entering, result, targets);
      next.addAll(this.statement(loop.body, entering, inner));
      const stepped = loop.step ? this.expression(loop.step, next, targets) : next;
      round = new States([...stepped].filter((state) => seen.add(state)));
    }
    return result;
  }

  #test(loop: { test: ts.Expression | undefined; mayEnd?: true; turn?: ts.Node }, states: States, result: States, targets: Targets): States {
    if (loop.turn) states = this.#evaluated(loop.turn, states, targets);
    if (loop.mayEnd) result.addAll(states);
    if (!loop.test) return states;
    const { yes, no } = this.condition(loop.test, states, targets);
    result.addAll(no);
    return yes;
  }

  #switch(node: ts.SwitchStatement, states: States, targets: Targets): States {
    const result = new States();
    const inner: Targets = { ...targets, broken: (some, name) => (name === undefined ? void result.addAll(some) : targets.broken(some, name)) };
    const before = this.expression(node.expression, states, targets);
    let falling = new States();
    for (const clause of node.caseBlock.clauses) {
      const entering = new States(falling);
      entering.addAll(before);
      falling = this.#list(clause.statements, entering, inner);
    }
    result.addAll(falling);
    if (!node.caseBlock.clauses.some((clause) => this.#view.ts.isDefaultClause(clause))) result.addAll(before);
    return result;
  }

  #labelled(node: ts.LabeledStatement, states: States, targets: Targets): States {
    const label = node.label.text;
    const result = new States();
    const inner: Targets = { ...targets, broken: (some, name) => (name === label ? void result.addAll(some) : targets.broken(some, name)) };
    result.addAll(this.statement(node.statement, states, inner, label));
    return result;
  }

  condition(node: ts.Expression, states: States, targets: Targets): { yes: States; no: States } {
    const { ts: typescript } = this.#view;
    const { SyntaxKind } = typescript;
    if (isTransparent(typescript, node)) return this.condition((node as ts.ParenthesizedExpression).expression, states, targets);
    if (typescript.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
      const { yes, no } = this.condition(node.operand, states, targets);
      return { yes: no, no: yes };
    }
    if (typescript.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) {
      const left = this.condition(node.left, states, targets);
      const right = this.condition(node.right, left.yes, targets);
      return { yes: right.yes, no: new States([...left.no, ...right.no]) };
    }
    if (typescript.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.BarBarToken) {
      const left = this.condition(node.left, states, targets);
      const right = this.condition(node.right, left.no, targets);
      return { yes: new States([...left.yes, ...right.yes]), no: right.no };
    }
    const evaluated = this.expression(node, states, targets);
    return { yes: this.#assume(node, true, evaluated), no: this.#assume(node, false, evaluated) };
  }

  #assume(node: ts.Expression, answer: boolean, states: States): States {
    return states.flatMap((state) => {
      const assumed = this.#domain.assume(node, answer, state);
      return assumed ? [assumed] : [];
    });
  }

  /** Evaluates an expression: its parts in order, the skipped parts of `&&`, `||`, `??`, `?:` and `?.` kept apart. */
  expression(node: ts.Node, states: States, targets: Targets): States {
    if (states.size === 0) return states;
    const { ts: typescript } = this.#view;
    const { SyntaxKind } = typescript;
    if (typescript.isFunctionLike(node) || typescript.isClassLike(node)) return this.#evaluated(node, states, targets);
    if (typescript.isConditionalExpression(node)) {
      const { yes, no } = this.condition(node.condition, states, targets);
      const either = new States([...this.expression(node.whenTrue, yes, targets), ...this.expression(node.whenFalse, no, targets)]);
      return this.#evaluated(node, either, targets);
    }
    if (typescript.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.BarBarToken) {
        const { yes, no } = this.condition(node.left, states, targets);
        const [on, over] = operator === SyntaxKind.AmpersandAmpersandToken ? [yes, no] : [no, yes];
        return this.#evaluated(node, new States([...this.expression(node.right, on, targets), ...over]), targets);
      }
      if (operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken) {
        const left = this.expression(node.left, states, targets);
        const over = this.#assume(node.left, true, left);
        const on = this.#assume(node.left, false, left);
        const assigned = this.expression(node.right, on, targets);
        const after = operator === SyntaxKind.QuestionQuestionToken ? assigned : this.#evaluated(node, assigned, targets);
        return new States([...after, ...over]);
      }
    }
    if (this.#isOptional(node)) return this.#optional(node as ts.CallExpression, states, targets);
    return this.#parts(node, states, targets);
  }

  #isOptional(node: ts.Node): boolean {
    const { ts: typescript } = this.#view;
    return typescript.isOptionalChain(node) && !typescript.isOptionalChain(node.parent) && headOf(typescript, node) !== undefined;
  }

  /** `x?.stop()`: nothing of the chain is evaluated when `x` is null. */
  #optional(node: ts.CallExpression, states: States, targets: Targets): States {
    const head = headOf(this.#view.ts, node)!;
    const before = this.expression(head, states, targets);
    const result = this.#assume(head, false, before);
    result.addAll(this.#parts(node, this.#assume(head, true, before), targets, head));
    return result;
  }

  #parts(node: ts.Node, states: States, targets: Targets, known?: ts.Node): States {
    let current = states;
    this.#view.ts.forEachChild(node, (child) => {
      if (child === known || this.#view.ts.isTypeNode(child)) return;
      current = this.#chainPart(child, current, targets, known);
    });
    return this.#evaluated(node, current, targets);
  }

  #chainPart(child: ts.Node, states: States, targets: Targets, known: ts.Node | undefined): States {
    const inChain = known !== undefined && this.#view.ts.isOptionalChain(child);
    return inChain ? this.#parts(child, states, targets, known) : this.expression(child, states, targets);
  }

  #evaluated(node: ts.Node, states: States, targets: Targets): States {
    for (const state of states) {
      const thrown = this.#domain.thrown(node, state);
      if (thrown) targets.thrown([thrown.state], node);
    }
    return states.map((state) => this.#domain.evaluated(node, state));
  }
}

/** `await new Promise(() => {})`: nothing comes after it. */
function waitsForEver(typescript: View['ts'], node: ts.Expression): boolean {
  const value = skipTransparent(typescript, node);
  const promise = typescript.isAwaitExpression(value) ? skipTransparent(typescript, value.expression) : undefined;
  const executor = promise && typescript.isNewExpression(promise) && promise.expression.getText() === 'Promise' ? promise.arguments?.[0] : undefined;
  return executor !== undefined && (typescript.isArrowFunction(executor) || typescript.isFunctionExpression(executor)) && executor.parameters.length === 0;
}

/** The expression before the first `?.` of a chain. */
function headOf(typescript: View['ts'], node: ts.Node): ts.Expression | undefined {
  for (let at: ts.Node = node; ; at = (at as ts.CallExpression).expression) {
    if (!typescript.isCallExpression(at) && !typescript.isPropertyAccessExpression(at) && !typescript.isElementAccessExpression(at) && !typescript.isNonNullExpression(at)) return undefined;
    if ('questionDotToken' in at && at.questionDotToken) return at.expression;
  }
}
