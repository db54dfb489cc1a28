/** A block of code of a rule's page. */
export interface Example {
  /** The heading it stands under. */
  verdict: 'incorrect' | 'correct';
  /** The line of the page on which its code begins. */
  line: number;
  language: string;
  code: string;
  /** The comments above it: `<!-- options: { "report": "likely" } -->`. */
  notes: Readonly<Record<string, string>>;
}

/** The blocks of TypeScript under the headings "Incorrect" and "Correct" of a page. */
export function examplesOf(page: string): readonly Example[] {
  const found: Example[] = [];
  let verdict: Example['verdict'] | undefined;
  let notes: Record<string, string> = {};
  let open: Example | undefined;
  for (const [index, line] of page.split(/\r?\n/).entries()) {
    const fence = /^```(\w*)/.exec(line);
    if (open && fence) {
      if (/^tsx?$/.test(open.language)) found.push(open);
      open = undefined;
      notes = {};
    } else if (open) {
      open.code += `${line}\n`;
    } else if (fence && verdict) {
      open = { verdict, line: index + 2, language: fence[1]!, code: '', notes };
    } else if (/^#+ /.test(line)) {
      verdict = verdictOf(line);
      notes = {};
    } else {
      const note = /^<!-- (\w+): (.*) -->$/.exec(line);
      if (note) notes[note[1]!] = note[2]!;
    }
  }
  return found;
}

function verdictOf(heading: string): Example['verdict'] | undefined {
  if (/\bincorrect\b/i.test(heading)) return 'incorrect';
  return /\bcorrect\b/i.test(heading) ? 'correct' : undefined;
}
