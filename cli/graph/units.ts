import type ts from 'typescript';
import type { FileStories, OwnedStory, OwnerStory } from '../../analysis/index.ts';
import { place } from '../scan/findings-of-file.ts';
import type { Place } from '../scan/result.ts';

/** Who can own something, without the program it was read from. */
export interface Unit {
  readonly kind: OwnerStory['kind'];
  /** Where it is declared; for a class also what names it elsewhere. */
  readonly key: string;
  readonly name: string;
  /** All of it. */
  readonly at: Place;
  readonly owned: readonly UnitResource[];
}

export interface UnitResource {
  readonly name: string;
  /** `KafkaProducer`, or `Redis (ioredis)`. */
  readonly type: string;
  readonly at: Place;
  /** The key of the class of the program that it is an instance of. */
  readonly instanceOf: string | undefined;
  readonly borrowed: boolean;
  readonly begins: Turn | undefined;
  readonly ends: (Turn & { readonly by: 'call' | 'scope' }) | undefined;
  /** Names of other resources of the unit, with the reason. */
  readonly needs: readonly { readonly name: string; readonly note: string }[];
}

export interface Turn {
  readonly at: Place;
  readonly rank: number;
}

/** The owners of a file as plain data. */
export function unitsOf({ owners, sourceFile }: FileStories): readonly Unit[] {
  return owners.map((owner): Unit => ({
    kind: owner.kind,
    key: keyOf(owner.node),
    name: nameOf(owner, sourceFile),
    at: placeOf(owner.node),
    owned: owner.owned.map(resourceOf),
  }));
}

function resourceOf({ name, contract, at, instanceOf, borrowed, begins, ends, needs }: OwnedStory): UnitResource {
  return {
    name,
    type: contract.type.from === 'package' ? `${contract.type.name} (${contract.type.package})` : contract.type.name,
    at: placeOf(at),
    instanceOf: instanceOf && keyOf(instanceOf),
    borrowed,
    begins: begins && { at: placeOf(begins.at), rank: begins.rank },
    ends: ends && { at: placeOf(ends.at), rank: ends.rank, by: ends.by },
    needs: needs.map((need) => ({ name: need.name, note: need.step.note })),
  };
}

function nameOf({ kind, name, node }: OwnerStory, sourceFile: ts.SourceFile): string {
  if (kind === 'module') return 'module';
  if (kind === 'class') return name ?? 'class';
  return name === undefined ? `function at line ${sourceFile.getLineAndCharacterOfPosition(node.getStart()).line + 1}` : `${name}()`;
}

function keyOf(node: ts.Node): string {
  return `${node.getSourceFile().fileName}:${node.getStart()}`;
}

function placeOf(node: ts.Node): Place {
  return place(node.getSourceFile(), { start: node.getStart(), end: node.end });
}
