// An editor extension: everything that is registered goes to somebody who disposes it.
import * as vscode from 'vscode';

abstract class Disposable implements vscode.Disposable {
  readonly #store: vscode.Disposable[] = [];

  protected _register<T extends vscode.Disposable>(disposable: T): T {
    this.#store.push(disposable);
    return disposable;
  }

  dispose(): void {
    for (const disposable of this.#store.splice(0).reverse()) disposable.dispose();
  }
}

class TodoCounter extends Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor() {
    super();
    this.#item = this._register(vscode.window.createStatusBarItem());
    this._register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#show(document)));
    this._register(vscode.workspace.onDidOpenTextDocument((document) => this.#show(document)));
  }

  #show(document: vscode.TextDocument): void {
    this.#item.text = `${document.getText().split('TODO').length - 1} open`;
    this.#item.show();
  }
}

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    new TodoCounter(),
    vscode.commands.registerCommand('todo.next', () => vscode.window.showInformationMessage('Nothing left to do')),
  );
}

export function deactivate(): void {
  console.log('bye');
}
