import { expect, test } from 'vitest';
import { newMessages } from '../../cli/migrate/roll-back.ts';

test.each([
  { what: 'the same message', before: "TS2322 Type 'string' is not assignable to type 'number'.", after: "TS2322 Type 'string' is not assignable to type 'number'.", added: 0 },
  { what: 'another type', before: "TS2322 Type 'string' is not assignable to type 'number'.", after: "TS2322 Type 'boolean' is not assignable to type 'number'.", added: 1 },
  { what: 'the members of a long type in another order', before: "TS2339 Property 'value' does not exist on type 'Result<{ id: string; error: { code: number; }; ... 74 more ...; name: string; }>'.", after: "TS2339 Property 'value' does not exist on type 'Result<{ error: object; status: string; ... 73 more ...; name: string; }>'.", added: 0 },
  { what: 'another property of a long type', before: "TS2339 Property 'value' does not exist on type '{ id: string; }'.", after: "TS2339 Property 'reason' does not exist on type '{ id: string; }'.", added: 1 },
  { what: 'other members of many that are missing', before: "TS2740 Type '{}' is missing the following properties from type 'Run': id, status, name, and 74 more.", after: "TS2740 Type '{}' is missing the following properties from type 'Run': name, engine, id, and 74 more.", added: 0 },
  { what: 'another reason for the same', before: "TS2345 Argument of type 'A' is not assignable to parameter of type 'B'.   Type 'Promise<{ id: string; ...' is not assignable.", after: "TS2345 Argument of type 'A' is not assignable to parameter of type 'B'.   Property 'x' is missing.", added: 0 },
  { what: 'a union behind an apostrophe, in another order', before: "TS2677 A type predicate's type must be assignable to its parameter's type 'A | B'.", after: "TS2677 A type predicate's type must be assignable to its parameter's type 'B | A'.", added: 0 },
  { what: 'the same of another argument', before: "TS2345 Argument of type 'A' is not assignable to parameter of type 'B'.   Property 'x' is missing.", after: "TS2345 Argument of type 'C' is not assignable to parameter of type 'B'.   Property 'x' is missing.", added: 1 },
  { what: 'a union in another order', before: "TS2322 Type 'A | B | undefined' is not assignable to type 'C'.", after: "TS2322 Type 'B | A | undefined' is not assignable to type 'C'.", added: 0 },
  { what: 'a union with one more', before: "TS2322 Type 'A | B' is not assignable to type 'C'.", after: "TS2322 Type 'A | B | undefined' is not assignable to type 'C'.", added: 1 },
])('$what: $added new', ({ before, after, added }) => {
  expect(newMessages([before], [after])).toBe(added);
  expect(newMessages([before], [before, after])).toBe(1);
});
