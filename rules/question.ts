import type { FileStories } from '../analysis/index.ts';
import type { Grade } from '../analysis/grade.ts';
import type { ParsedFile } from '../plans/syntax/node.ts';
import type { Finding, Suggestion } from './finding.ts';

/** Options that every rule has. */
export interface CommonOptions {
  /** `likely` also reports what is not proven. */
  report: Grade;
}

/** A rule: a pure question about the stories of one file, and the words of its answers. */
export interface Question<Options extends CommonOptions = CommonOptions> {
  name: string;
  /** One sentence that completes "this rule …s". */
  description: string;
  /** In which presets it is on; `advice` findings are counted apart from the noise budget. */
  recommended: boolean;
  hasSuggestions: boolean;
  messages: Readonly<Record<string, string>>;
  /** JSON schemas of the options beside `report`, each with a description. */
  optionSchemas?: Readonly<Record<string, object>>;
  defaultOptions: Options;
  /** Options that the `tests` preset sets; `off` leaves the rule out of it. */
  tests?: 'off' | Partial<Options>;
  /** What must stand in a file's text for the rule to have anything to say; tested before any parsing. */
  trigger: RegExp;
  ask(stories: FileStories, options: Options): readonly Finding[];
  /** Suggestions for a finding that are planned on the tree which the linter has parsed. */
  suggest?(stories: FileStories, file: ParsedFile, finding: Finding): readonly Suggestion[];
}
