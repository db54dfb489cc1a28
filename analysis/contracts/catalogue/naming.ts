import type { CallName, Evidence } from '../contract.ts';

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
