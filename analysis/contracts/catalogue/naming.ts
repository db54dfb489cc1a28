import type { Acquisition, Begins, CallName, Evidence, OptionCondition, Release } from '../contract.ts';

/** Shorthands for the names and the evidence of a family; what they return is plain data. */
export interface PackageName {
  from: 'package';
  package: string;
  name: string;
  member?: string;
}

export function inPackage(packageName: string): (name: string, member?: string) => PackageName {
  return (name, member) => ({ from: 'package', package: packageName, name, ...(member === undefined ? {} : { member }) });
}

export function lib(name: string, member?: string): CallName {
  return { from: 'lib', name, ...(member === undefined ? {} : { member }) };
}

const graded = (grade: Evidence['grade']) => (version: string, source?: string): Evidence => ({ grade, version, ...(source === undefined ? {} : { source }) });

export const measured = graded('measured');
export const read = graded('read');
export const documented = graded('documented');

/** Node majors on which the rows of Node's own modules were run. */
export const onNode = 'Node 20, 22, 24, 26';

/** What is asked of a resource after its release was run. */
export const askedLate = measured('Node 20', 'asked after its release');

/** `new Type(...)`. */
export const built = (begins: Begins, options?: OptionCondition[]): Acquisition => ({ by: 'new', begins, ...(options === undefined ? {} : { options }) });

/** A call of a factory. */
export const made = (of: CallName, begins: Begins, options?: OptionCondition[]): Acquisition => ({ by: 'call', of, begins, ...(options === undefined ? {} : { options }) });

type Details = Omit<Extract<Release, { method: string }>, 'method' | 'completion'>;

/** A release that returns a promise of its end. */
export const promised = (method: string, details: Details = {}): Release => ({ method, completion: 'promise', ...details });

/** A release that has finished when it returns, or whose end nobody can wait for. */
export const atOnce = (method: string, details: Details = {}): Release => ({ method, completion: 'sync', ...details });

/** A release that calls back. */
export const calledBack = (method: string, details: Details = {}): Release => ({ method, completion: 'callback', ...details });

/** Run by `npm run contracts:check`: what a second release, a release before the start, and a disposal do. */
export const probed = (version: string): Evidence => measured(version, 'probe');
