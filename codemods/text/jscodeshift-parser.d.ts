declare module 'jscodeshift/src/getParser.js' {
  export interface BabelFile {
    readonly program: { readonly type: string };
    readonly comments?: readonly { readonly type: 'CommentLine' | 'CommentBlock'; readonly start: number; readonly end: number }[];
  }
  export default function getParser(name: 'ts' | 'tsx' | 'babylon', options?: object): { parse(text: string): BabelFile };
}

declare module 'jscodeshift/parser/tsOptions.js' {
  const tsOptions: { readonly plugins: readonly unknown[] };
  export default tsOptions;
}
