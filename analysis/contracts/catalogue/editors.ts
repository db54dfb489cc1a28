import type { Acquisition, CallName, Contract, Family } from '../contract.ts';
import { atOnce, built, documented, inPackage, made, probed, promised, read } from './naming.ts';

const vscode = inPackage('vscode');
const client = inPackage('vscode-languageclient');
const lumino = inPackage('@lumino/disposable');
const luminoWidgets = inPackage('@lumino/widgets');
const theia = inPackage('@theia/core');
const xterm = inPackage('@xterm/xterm');
const monaco = inPackage('monaco-editor');

const api = [read('@types/vscode 1.140', 'typings'), documented('vscode 1', 'https://code.visualstudio.com/api/references/vscode-api')];
const luminoSource = [probed('@lumino/disposable 2.1'), read('@lumino/disposable 2.1')];
const theiaSource = read('@theia/core 020df9c', 'https://github.com/eclipse-theia/theia/blob/020df9c92ae97cc071ea4d81f0f38f09a0654165/packages/core/src/common/disposable.ts');
const vscodeSource = documented('vscode main', 'https://github.com/microsoft/vscode/blob/main/src/vs/base/common/lifecycle.ts');

const disposable = (name: string, kind: Contract['kind'], acquire: Acquisition[], alsoNamed: string[] = []): Contract => ({
  type: vscode(name),
  ...(alsoNamed.length > 0 ? { alsoNamed } : {}),
  kind,
  acquire,
  release: [atOnce('dispose')],
  evidence: api,
});

const inFile = (name: string, member: string): CallName => ({ from: 'file', name, member });
const windowCalls = (...names: string[]): Acquisition[] => names.map((name) => made(vscode(name), 'eager'));

export const editors: Family = {
  contracts: [
    disposable('Disposable', 'subscription', windowCalls('registerCommand', 'registerTextEditorCommand', 'registerTreeDataProvider', 'registerCompletionItemProvider', 'registerHoverProvider', 'registerCodeActionsProvider', 'registerUriHandler', 'registerTextDocumentContentProvider')),
    disposable('FileSystemWatcher', 'watcher', windowCalls('createFileSystemWatcher')),
    disposable('StatusBarItem', 'handle', windowCalls('createStatusBarItem')),
    disposable('OutputChannel', 'handle', windowCalls('createOutputChannel'), ['LogOutputChannel']),
    disposable('Terminal', 'handle', windowCalls('createTerminal').map((acquire) => ({ ...acquire, likely: true }))),
    disposable('WebviewPanel', 'handle', windowCalls('createWebviewPanel')),
    disposable('TextEditorDecorationType', 'handle', windowCalls('createTextEditorDecorationType')),
    disposable('DiagnosticCollection', 'handle', windowCalls('createDiagnosticCollection')),
    disposable('TreeView', 'handle', windowCalls('createTreeView')),
    disposable('EventEmitter', 'handle', [{ ...built('lazy'), likely: true }]),
    disposable('CancellationTokenSource', 'handle', []),
    {
      type: client('BaseLanguageClient'),
      alsoNamed: ['LanguageClient'],
      alsoFrom: ['vscode-languageclient/node'],
      kind: 'client',
      acquire: [built('start')],
      start: [{ method: 'start', completion: 'promise', restartable: true }],
      release: [promised('stop'), promised('dispose')],
      evidence: [read('vscode-languageclient 11.0', 'typings'), documented('vscode-languageclient 9', 'https://code.visualstudio.com/api/language-extensions/language-server-extension-guide')],
    },
    { type: lumino('DisposableDelegate'), kind: 'handle', acquire: [built('lazy')], release: [atOnce('dispose')], evidence: luminoSource },
    { type: lumino('DisposableSet'), kind: 'container', acquire: [built('lazy')], release: [atOnce('dispose')], evidence: luminoSource },
    {
      type: luminoWidgets('Widget'),
      kind: 'handle',
      acquire: [{ ...built('lazy'), likely: true }],
      release: [atOnce('dispose'), atOnce('close')],
      notes: ['A layout or a parent widget disposes the widgets that were added to it.'],
      evidence: [read('@lumino/widgets 2.10', 'typings'), documented('@lumino/widgets 2', 'https://lumino.readthedocs.io/en/latest/api/classes/widgets.Widget.html')],
    },
    { type: theia('DisposableCollection'), kind: 'container', acquire: [built('lazy')], release: [atOnce('dispose')], evidence: [theiaSource] },
    {
      type: xterm('Terminal'),
      kind: 'handle',
      acquire: [built('lazy')],
      start: [{ method: 'open', completion: 'sync' }],
      release: [atOnce('dispose')],
      evidence: [read('@xterm/xterm 6.0', 'typings'), documented('@xterm/xterm 5', 'https://xtermjs.org/docs/api/terminal/classes/terminal/#dispose')],
    },
    {
      type: inPackage('@codemirror/view')('EditorView'),
      kind: 'handle',
      acquire: [built('eager')],
      release: [atOnce('destroy')],
      evidence: [read('@codemirror/view 6.43', 'typings'), documented('@codemirror/view 6', 'https://codemirror.net/docs/ref/#view.EditorView.destroy')],
    },
    {
      type: monaco('IStandaloneCodeEditor'),
      kind: 'handle',
      acquire: [made(monaco('create'), 'eager')],
      release: [atOnce('dispose')],
      evidence: [documented('monaco-editor 0.5x', 'https://microsoft.github.io/monaco-editor/typedoc/interfaces/editor.IStandaloneCodeEditor.html')],
    },
    {
      type: monaco('ITextModel'),
      kind: 'handle',
      acquire: [made(monaco('createModel'), 'eager')],
      release: [atOnce('dispose')],
      evidence: [documented('monaco-editor 0.5x', 'https://microsoft.github.io/monaco-editor/typedoc/interfaces/editor.ITextModel.html')],
    },
  ],
  listeners: [{ type: inPackage('@lumino/signaling')('ISignal'), add: ['connect'], remove: ['disconnect'], receiverArgument: 1, evidence: [read('@lumino/signaling 2.1')] }],
  sinks: [
    { call: lumino('DisposableSet', 'add'), takes: 0, evidence: luminoSource },
    { call: theia('DisposableCollection', 'push'), takes: 0, evidence: [theiaSource] },
    { call: theia('DisposableCollection', 'pushAll'), takes: 0, evidence: [theiaSource] },
    { call: vscode('Disposable', 'from'), takes: 'all', evidence: api },
    { call: inFile('DisposableCollection', 'push'), takes: 0, evidence: [theiaSource] },
    { call: inFile('Disposable', '_register'), takes: 0, evidence: [vscodeSource] },
    { call: inFile('DisposableStore', 'add'), takes: 0, evidence: [vscodeSource] },
  ],
};
