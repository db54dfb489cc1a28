declare module 'jscodeshift/src/getParser.js' {
  export interface BabelFile {
    readonly program: { readonly type: string };
    readonly comments?: readonly { readonly type: 'CommentLine' | 'CommentBlock'; readonly start: number; readonly end: number }[];
  }
  export default function getParser(name: 'ts' | 'tsx' | 'babel' | 'flow'): { parse(text: string): BabelFile };
}
