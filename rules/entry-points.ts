/** Whether a file is one of those that patterns name by the end of their path; `*` stands for part of a name, `**` for folders. */
export function isNamedBy(patterns: readonly string[], fileName: string): boolean {
  return patterns.some((pattern) => matcherOf(pattern).test(fileName.replaceAll('\\', '/')));
}

const wildcards: Readonly<Record<string, string>> = { '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*' };

function matcherOf(pattern: string): RegExp {
  const parts = pattern.replace(/^\.?\//, '').split(/(\*\*\/|\*\*|\*)/);
  return new RegExp(`(?:^|/)${parts.map((part) => wildcards[part] ?? part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&')).join('')}$`);
}
