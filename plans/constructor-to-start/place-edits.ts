import type { TextEdit } from '../edit.ts';
import type { ConstructionPlace } from './facts.ts';
import { statementAfter } from './insert.ts';

/** What starts an instance where it is constructed. */
export function placeEdits(place: ConstructionPlace): readonly TextEdit[] {
  switch (place.kind) {
    case 'kept':
      return [statementAfter(place.text, place, `await ${place.name}.start()${place.text[place.end - 1] === ';' ? ';' : ''}`)];
    case 'dropped':
      return [insertion(place.start, 'await '), insertion(place.end, '.start()')];
    case 'expression':
      return created(place);
  }
}

/** `new Service(url)` → `await Service.create(url)` */
function created({ start, end, callee, hasArguments, inParentheses }: ConstructionPlace & { kind: 'expression' }): readonly TextEdit[] {
  const [opening, closing] = inParentheses ? ['(', ')'] : ['', ''];
  return [
    { start, end: start + 'new'.length, text: `${opening}await` },
    insertion(callee.end, hasArguments ? '.create' : `.create()${closing}`),
    ...(hasArguments && closing ? [insertion(end, closing)] : []),
  ];
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}
