/** How far a site goes, lowest first. The untyped front end stops at `flat`. */
export const levels = ['structural', 'flat', 'scoped', 'use'] as const;

export type Level = (typeof levels)[number];

export function isLevel(name: string): name is Level {
  return (levels as readonly string[]).includes(name);
}

export function atLeast(level: Level, floor: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(floor);
}
