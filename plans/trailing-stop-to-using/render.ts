import { orderEdits, type TextEdit } from '../edit.ts';
import { endOfLineComment } from '../finally-to-stack/acquisition-end.ts';
import type { FileFacts } from '../finally-to-stack/facts.ts';
import { lineEdits, shiftLine, type Shift } from '../finally-to-stack/reindent.ts';
import { indentAt } from '../syntax/lines.ts';
import { contains, type Range } from '../syntax/node.ts';
import { textStyle, type TextStyle } from '../text-style.ts';
import { isAsync, scopeStart, type Group, type Member } from './plan.ts';

/** The edits that give every group its scope, in the order of the text. */
export function render(groups: readonly Group[], facts: FileFacts): TextEdit[] {
  const style = textStyle(facts.text);
  const shifts = groups.filter(({ block }) => block).map(({ members }): Shift => ({ range: { start: scopeStart(members), end: endOf(members) }, unit: style.indentUnit, by: 1 }));
  const edits = groups.flatMap((group) => new GroupWriter(group, facts, style, shifts).edits());
  return orderEdits([...edits, ...lineEdits(facts, shifts, edits)]);
}

function endOf(members: readonly Member[]): number {
  return Math.max(...members.map(({ site }) => site.release.end));
}

class GroupWriter {
  readonly #group: Group;
  readonly #facts: FileFacts;
  readonly #style: TextStyle;
  /** The indentation of the statements of the block, before and inside the new scope. */
  readonly #indent: string;
  readonly #inside: string;

  constructor(group: Group, facts: FileFacts, style: TextStyle, shifts: readonly Shift[]) {
    const start = group.members[0]?.site.declaration.start ?? 0;
    this.#group = group;
    this.#facts = facts;
    this.#style = style;
    this.#indent = shiftLine(indentAt(facts.text, start), shifts.filter(({ range }) => range.start < start && start < range.end));
    this.#inside = group.block ? this.#indent + style.indentUnit : this.#indent;
  }

  edits(): TextEdit[] {
    const { members, block } = this.#group;
    const [first] = members;
    const firstOnStack = members.find(({ how }) => how !== 'using');
    const open = block && first?.how === 'using' ? [{ start: first.site.declaration.start, end: first.site.declaration.start, text: `{${this.#break(this.#inside)}` }] : [];
    return [...open, ...members.map((member) => (member.how === 'using' ? declared(member) : this.#registered(member, member === firstOnStack))), ...this.#releases()];
  }

  /** Lines behind the statement that begins the obligation. */
  #registered(member: Member, isFirst: boolean): TextEdit {
    const { members, block, stack } = this.#group;
    const at = endOfLineComment(member.site.begun.end, this.#facts);
    const construct = isAsync(members.map(({ site }) => site)) ? `await using ${stack} = new AsyncDisposableStack()` : `using ${stack} = new DisposableStack()`;
    const opens = isFirst && block && member === members[0] ? this.#break(this.#indent) + '{' : '';
    const lines = [...(isFirst ? [construct] : []), `${stack}.${this.#registration(member)}`].map((line) => this.#break(this.#inside) + line + this.#semicolon());
    return { start: at, end: at, text: opens + lines.join('') + this.#endOfCall(at) };
  }

  #registration({ site, how }: Member): string {
    if (how === 'use') return `use(${site.variable})`;
    if (how === 'call') return `defer(() => ${this.#moved(site.resource.release, this.#inside)})`;
    const deeper = this.#inside + this.#style.indentUnit;
    const text = this.#moved(site.release, deeper);
    return `defer(${/\bawait\b/.test(text) ? 'async ' : ''}() => {${this.#break(deeper)}${text}${this.#break(this.#inside)}})`;
  }

  /** The releases go; the last one becomes the end of the block. */
  #releases(): TextEdit[] {
    const { members, block } = this.#group;
    const end = endOf(members);
    return members.map(({ site: { release, resource }, how }) => {
      const kept = how === 'block' ? release : how === 'call' ? resource.release : undefined;
      const comments = this.#facts.comments.filter((comment) => contains(release, comment) && !(kept && contains(kept, comment))).map((comment) => this.#break(this.#inside) + this.#facts.text.slice(comment.start, comment.end));
      const close = block && release.end === end ? `${this.#break(this.#indent)}}` : '';
      return { ...this.#wholeLines(release), text: comments.join('') + close };
    });
  }

  /** The statement with the white space in front of it, unless other code shares its line. */
  #wholeLines({ start, end }: Range): Range {
    const { text } = this.#facts;
    const isLast = /^[^\S\n]*(?:\r?\n|$|\}|\/\/|\/\*)/.test(text.slice(end));
    const before = text.slice(0, start).trimEnd().length;
    return isLast ? { start: before, end } : { start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
  }

  #moved({ start, end }: Range, indent: string): string {
    const { text, fixedText } = this.#facts;
    const old = indentAt(text, start);
    return text.slice(start, end).replace(/\n([ \t]*)(?=[^\r\n])/g, (line, now: string, at: number) => {
      const fixed = fixedText.some((literal) => literal.start < start + at + 1 && start + at + 1 <= literal.end);
      return fixed || !now.startsWith(old) ? line : `\n${indent}${now.slice(old.length)}`;
    });
  }

  #break(indent: string): string {
    return this.#style.eol + indent;
  }

  #semicolon(): string {
    return this.#facts.semicolons ? ';' : '';
  }

  /** Without semicolons a call would go on in a line that begins with one of these. */
  #endOfCall(at: number): string {
    return !this.#facts.semicolons && /[([`+\-*/]/.test(this.#facts.text.slice(at).trimStart()[0] ?? '') ? ';' : '';
  }
}

function declared({ site: { keyword, awaited } }: Member): TextEdit {
  return { start: keyword?.start ?? 0, end: keyword?.end ?? 0, text: awaited ? 'await using' : 'using' };
}
