import type { TextEdit } from '../edit.ts';
import { indentAt } from '../syntax/lines.ts';
import type { Range } from '../syntax/node.ts';
import { textStyle } from '../text-style.ts';
import type { ClassFacts, Move, MovedInitializer, MovedStatement, StartHost } from './facts.ts';
import { restOfLine, takeOut } from './insert.ts';

/** The edits inside the class: the work leaves the construction, its fields may be empty, and start() has it. */
export function classEdits(site: ClassFacts): readonly TextEdit[] {
  return [...leaveConstructor(site), ...leaveFields(site.moves), ...enterStart(site), ...addCreate(site)];
}

function leaveConstructor({ text, body, moves }: ClassFacts): readonly TextEdit[] {
  const pieces = moves.flatMap((move) => (move.kind === 'initializer' ? [] : [move.whole]));
  return body && pieces.length > 0 ? takeOut(text, body, pieces) : [];
}

function leaveFields(moves: readonly Move[]): readonly TextEdit[] {
  return moves.flatMap((move) => [...(move.kind === 'start' ? [] : (move.field?.edits ?? [])), ...(move.kind === 'initializer' ? [{ ...move.removed, text: '' }] : [])]);
}

function enterStart({ text, host, moves, semicolons }: ClassFacts): readonly TextEdit[] {
  const statements = moves.flatMap((move) => (move.kind === 'start' ? [] : [statementOf(text, move)]));
  if (host.kind === 'unchanged' || statements.length === 0) return [];
  return host.kind === 'created' ? [created(text, host, statements, semicolons ? ';' : '')] : [prepended(text, host, statements)];
}

/** A moved piece as a statement, as it is indented where it stands. */
interface Piece {
  readonly text: string;
  readonly indent: string;
}

function statementOf(text: string, move: MovedStatement | MovedInitializer): Piece {
  if (move.kind === 'statement') return { text: rewritten(text, move.whole, move.rewrites), indent: indentAt(text, move.whole.start) };
  return { text: `${move.target} = ${text.slice(move.value.start, move.value.end)}${move.semicolon ? ';' : ''}`, indent: indentAt(text, move.removed.start) };
}

function rewritten(text: string, { start, end }: Range, rewrites: readonly TextEdit[]): string {
  let at = start;
  const parts = rewrites.map((rewrite) => {
    const part = text.slice(at, rewrite.start) + rewrite.text;
    at = rewrite.end;
    return part;
  });
  return parts.join('') + text.slice(at, end);
}

/** Lines of a literal over several lines stay as they are. */
function indentedTo(indent: string, piece: Piece): string {
  if (piece.text.includes('`')) return piece.text;
  return piece.text.split('\n').map((line, index) => (index > 0 && line.startsWith(piece.indent) ? indent + line.slice(piece.indent.length) : line)).join('\n');
}

function created(text: string, { after, isFirst, indent, typed, overrides }: StartHost & { kind: 'created' }, pieces: readonly Piece[], end: string): TextEdit {
  const { eol, indentUnit } = textStyle(text);
  const inner = indent + indentUnit;
  const begin = overrides ? [`${inner}await super.start()${end}`] : [];
  const lines = [`${indent}${overrides?.keyword ? 'override ' : ''}async start()${typed ? ': Promise<void>' : ''} {`, ...begin, ...pieces.map((piece) => inner + indentedTo(inner, piece)), `${indent}}`];
  const at = restOfLine(text, after) ?? after;
  const follows = text.slice(at);
  const blankBehind = /^\s*\}/.test(follows) || /^[ \t]*\r?\n[ \t]*\r?\n/.test(follows) ? '' : eol;
  const closing = restOfLine(text, after) === undefined ? eol : '';
  return { start: at, end: at, text: (isFirst ? '' : eol) + lines.map((line) => eol + line).join('') + blankBehind + closing };
}

/** In front of all that the start does: the constructor came before it. */
function prepended(text: string, { body }: StartHost & { kind: 'existing' }, pieces: readonly Piece[]): TextEdit {
  const { eol, indentUnit } = textStyle(text);
  const outer = indentAt(text, body.start);
  const at = restOfLine(text, body.start);
  if (at !== undefined && at < body.end) return { start: at, end: at, text: pieces.map((piece) => eol + outer + indentUnit + indentedTo(outer + indentUnit, piece)).join('') };
  const blank = /^\s*/.exec(text.slice(body.start, body.end))?.[0].length ?? 0;
  const isEmpty = body.start + blank === body.end;
  const inner = outer + indentUnit;
  const lines = pieces.map((piece) => eol + inner + indentedTo(inner, piece)).join('');
  return { start: body.start, end: body.start + blank, text: lines + eol + (isEmpty ? outer : inner) };
}

/** In front of the constructor, with a blank line in between. */
function addCreate({ text, create, semicolons }: ClassFacts): readonly TextEdit[] {
  if (!create) return [];
  const { at, indent, typed, className, instance, parameters, passed } = create;
  const { eol, indentUnit } = textStyle(text);
  const inner = eol + indent + indentUnit;
  const end = semicolons ? ';' : '';
  const body = [`const ${instance} = new ${className}(${passed})`, `await ${instance}.start()`, `return ${instance}`].map((statement) => inner + statement + end).join('');
  return [{ start: at, end: at, text: `static async create(${parameters})${typed ? `: Promise<${className}>` : ''} {${body}${eol}${indent}}${eol}${eol}${indent}` }];
}
