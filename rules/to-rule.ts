import type { Rule } from 'eslint';
import type ts from 'typescript';
import { stories } from '../analysis/index.ts';
import { readSettings } from './settings.ts';
import type { Finding } from './finding.ts';
import { optionsSchema, withDefaults } from './options.ts';
import type { Question } from './question.ts';
import { typescriptOf } from './typescript-of.ts';
import { docsUrl } from './docs-url.ts';

interface ParserServices {
  program?: ts.Program | null;
  esTreeNodeToTSNodeMap?: { get(node: unknown): ts.Node };
}

/** Makes an ESLint rule of a question. */
export function toRule(question: Question): Rule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: docsOf(question),
      hasSuggestions: question.hasSuggestions,
      messages: { ...question.messages },
      schema: [optionsSchema(question)],
      defaultOptions: [{ ...question.defaultOptions }],
    },
    create(context) {
      const text = context.sourceCode.text;
      if (!question.trigger.test(text)) return {};
      return { 'Program:exit': (program) => answer(question, context, program) };
    },
  };
}

/** `requiresTypeChecking` is not ESLint's: documentation tools read it. */
function docsOf({ name, description, recommended }: Question) {
  return { description, recommended, requiresTypeChecking: true, url: docsUrl(name) };
}

function answer(question: Question, context: Rule.RuleContext, estree: unknown): void {
  const services = context.sourceCode.parserServices as ParserServices;
  const program = services.program;
  const sourceFile = program && services.esTreeNodeToTSNodeMap?.get(estree);
  if (!program || !sourceFile) return missTypes(context.filename, services);
  const typescript = typescriptOf(sourceFile as ts.SourceFile, context.cwd);
  if (!typescript) return sayOnce("lifecycle rules cannot find the parser's own copy of TypeScript");
  const settings = readSettings(context.settings);
  const options = withDefaults(question, context.options[0] as object | undefined);
  const found = question.ask(stories(typescript, program, sourceFile as ts.SourceFile, settings), options);
  for (const finding of found) report(context, finding);
}

/** Plain JavaScript read by a plain parser, such as a configuration file, has no types and misses none. */
function missTypes(filename: string, services: ParserServices): void {
  if (/\.[cm]?jsx?$/.test(filename) && !services.esTreeNodeToTSNodeMap) return;
  sayOnce('lifecycle rules need type information; this file was linted without it (see "Typed linting" in the README)');
}

function report(context: Rule.RuleContext, finding: Finding): void {
  const { sourceCode } = context;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(finding.start), end: sourceCode.getLocFromIndex(finding.end) },
    messageId: finding.messageId,
    data: { ...finding.data },
    suggest: (finding.suggestions ?? []).map((suggestion) => ({
      messageId: suggestion.messageId,
      data: { ...suggestion.data },
      *fix(fixer) {
        for (const edit of suggestion.edits) yield fixer.replaceTextRange([edit.start, edit.end], edit.text);
      },
    })),
  });
}

const said = new Set<string>();

/** A rule that throws would silence every other rule of the file in some linters, so what is missing is said on standard error, once. */
function sayOnce(sentence: string): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  process.stderr.write(`eslint-plugin-lifecycle: ${sentence}.\n`);
}
