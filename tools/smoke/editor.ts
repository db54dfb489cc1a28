// What an editor shows and does: a client of the language server that the ESLint extension of VS Code runs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  type CodeAction,
  type Command,
  createProtocolConnection,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Project } from './project.ts';

/** What the server asks its client for; the names are those of the ESLint extension's settings. */
const settings = {
  validate: 'on',
  run: 'onType',
  packageManager: 'npm',
  useESLintClass: true,
  codeAction: { disableRuleComment: { enable: false }, showDocumentation: { enable: false } },
  codeActionOnSave: { enable: false, mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  problems: { shortenToSingleLine: false },
  nodePath: null,
  experimental: {},
  workingDirectory: { mode: 'auto' },
};

/** A document that is open in the editor. */
export class OpenDocument {
  readonly #connection: ProtocolConnection;
  #document: TextDocument;

  constructor(connection: ProtocolConnection, file: string) {
    this.#connection = connection;
    this.#document = TextDocument.create(pathToFileURL(file).href, 'typescript', 1, readFileSync(file, 'utf8'));
  }

  get text(): string {
    return this.#document.getText();
  }

  async open(): Promise<readonly Diagnostic[]> {
    const { uri, languageId, version } = this.#document;
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text: this.text } });
    return this.#diagnostics();
  }

  async change(text: string): Promise<readonly Diagnostic[]> {
    const { uri, languageId, version } = this.#document;
    this.#document = TextDocument.create(uri, languageId, version + 1, text);
    await this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: version + 1 }, contentChanges: [{ text }] });
    return this.#diagnostics();
  }

  /** Carries out the action of that title, as a click on the light bulb does. */
  async act(diagnostic: Diagnostic, title: string): Promise<readonly Diagnostic[]> {
    const params = { textDocument: { uri: this.#document.uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
    const actions = await this.#connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', params);
    const action = actions.find((offered) => offered.title === title);
    assert.ok(action, `'${title}' is offered; there were: ${actions.map((offered) => offered.title).join(', ')}`);
    return this.change(TextDocument.applyEdits(this.#document, [...(await this.#editsOf(action.command!))]));
  }

  async #editsOf(command: Command): Promise<readonly TextEdit[]> {
    const edits = new Promise<readonly TextEdit[]>((resolve) => {
      this.#connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
        const ofDocuments = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? (change.edits as readonly TextEdit[]) : []));
        resolve([...(edit.changes?.[this.#document.uri] ?? []), ...ofDocuments]);
        return { applied: true };
      });
    });
    await this.#connection.sendRequest('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    return edits;
  }

  async #diagnostics(): Promise<readonly Diagnostic[]> {
    const report = await this.#connection.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: this.#document.uri } });
    return report.items;
  }
}

/** Starts the server for a project; disposing the editor ends it. */
export async function startEditor(project: Project): Promise<{ show(name: string): OpenDocument } & AsyncDisposable> {
  const server = spawn(process.execPath, [project.script('vscode-langservers-extracted', 'vscode-eslint-language-server'), '--stdio'], { cwd: project.folder });
  const ended = once(server, 'close');
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const workspaceFolder = { uri: pathToFileURL(project.folder).href, name: 'project' };
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => ({ ...settings, workspaceFolder })));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: workspaceFolder.uri,
    workspaceFolders: [workspaceFolder],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } }, publishDiagnostics: { codeDescriptionSupport: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  return {
    show(name) {
      return new OpenDocument(connection, path.join(project.folder, name));
    },
    async [Symbol.asyncDispose]() {
      connection.dispose();
      server.kill();
      await ended;
    },
  };
}
