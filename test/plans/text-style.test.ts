import { expect, test } from 'vitest';
import { textStyle } from '../../plans/text-style.ts';

test('reads line end, indentation and quotes off the text', () => {
  expect(textStyle('import a from "a";\r\nif (a) {\r\n\tb("x", \'y\');\r\n}\r\n')).toEqual({ eol: '\r\n', indentUnit: '\t', quote: '"' });
});

test('the commonest step decides, comments with a star do not', () => {
  expect(textStyle("/**\n * a\n */\nf(() => {\n    a('x');\n    g(() => {\n        b();\n          odd();\n    });\n});\n")).toEqual({ eol: '\n', indentUnit: '    ', quote: "'" });
});

test('an empty file has the usual style', () => {
  expect(textStyle('')).toEqual({ eol: '\n', indentUnit: '  ', quote: "'" });
});
