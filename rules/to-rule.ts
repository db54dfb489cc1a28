import type { Rule, SourceCode } from 'eslint';
import type ts from 'typescript';
import { stories } from '../analysis/index.ts';
import type { Settings } from '../analysis/settings.ts';
import { isTriggered } from './is-triggered.ts';
import { readSettings } from './settings.ts';
import type { Node, ParsedFile } from '../plans/syntax/node.ts';
import type { Finding, Suggestion } from './finding.ts';
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
      const settings = readSettings(context.settings);
      return isTriggered(question, text, settings) ? { 'Program:exit': (program) => answer(question, context, program, settings) } : {};
    },
  };
}

/** `requiresTypeChecking` is not ESLint's: documentation tools read it. */
function docsOf({ name, description, recommended }: Question) {
  return { description, recommended, requiresTypeChecking: true, url: docsUrl(name) };
}

function answer(question: Question, context: Rule.RuleContext, estree: unknown, settings: Settings): void {
  const services = context.sourceCode.parserServices as ParserServices;
  const program = services.program;
  const sourceFile = program && services.esTreeNodeToTSNodeMap?.get(estree);
  if (!program || !sourceFile) return missTypes(context.filename, services);
  const typescript = typescriptOf(sourceFile as ts.SourceFile, context.cwd);
  if (!typescript) return sayOnce("lifecycle rules cannot find the parser's own copy of TypeScript");
  const options = withDefaults(question, context.options[0] as object | undefined);
  const told = stories(typescript, program, sourceFile as ts.SourceFile, settings);
  const found = question.ask(told, options);
  for (const finding of found) report(context, finding, question.suggest?.(told, parsedFile(context.sourceCode), finding) ?? finding.suggestions ?? []);
}

/** Plain JavaScript read by a plain parser, such as a configuration file, has no types and misses none. */
function missTypes(filename: string, services: ParserServices): void {
  if (/\.[cm]?jsx?$/.test(filename) && !services.esTreeNodeToTSNodeMap) return;
  sayOnce('lifecycle rules need type information; this file was linted without it (see "Typed linting" in the README)');
}

/** What ESLint has parsed already, as the planners take it. */
function parsedFile({ ast, text }: SourceCode): ParsedFile {
  const comments = ast.comments.flatMap(({ type, range }) => (range ? [{ kind: type === 'Line' ? ('line' as const) : ('block' as const), start: range[0], end: range[1] }] : []));
  return { text, program: ast as unknown as Node, comments, language: 'ts' };
}

function report(context: Rule.RuleContext, finding: Finding, suggestions: readonly Suggestion[]): void {
  const { sourceCode } = context;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(finding.start), end: sourceCode.getLocFromIndex(finding.end) },
    messageId: finding.messageId,
    data: { ...finding.data },
    suggest: suggestions.map((suggestion) => ({
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
