export interface Database extends AsyncDisposable {
  connect(): Promise<void>;
  put(collection: string, id: string, document: unknown): Promise<void>;
  get(collection: string, id: string): Promise<unknown>;
  list(collection: string): Promise<readonly unknown[]>;
  remove(collection: string, id: string): Promise<void>;
  close(): Promise<void>;
}
