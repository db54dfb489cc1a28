import type { TypeScript } from './view.ts';

/**
 * What the analysis asks of TypeScript for very many nodes. The module has each of its two thousand names as a getter in a hash table, which costs several
 * times what the questions themselves do. A name that is missing here is found there.
 */
const asked = [
  'NodeFlags', 'SymbolFlags', 'SyntaxKind', 'TypeFlags',
  'canHaveDecorators', 'canHaveModifiers', 'forEachChild', 'getDecorators', 'getModifiers',
  'isArrayLiteralExpression', 'isArrowFunction', 'isAwaitExpression', 'isBinaryExpression', 'isBindingElement', 'isBlock', 'isCallExpression', 'isCaseOrDefaultClause', 'isCatchClause',
  'isClassDeclaration', 'isClassElement', 'isClassExpression', 'isClassLike', 'isClassStaticBlockDeclaration', 'isComputedPropertyName', 'isConditionalExpression',
  'isConstructorDeclaration', 'isDecorator', 'isDoStatement', 'isElementAccessExpression', 'isExportAssignment', 'isExportSpecifier', 'isExpression', 'isExpressionStatement', 'isForInStatement',
  'isForOfStatement', 'isForStatement', 'isFunctionDeclaration', 'isFunctionExpression', 'isFunctionLike', 'isGetAccessor', 'isIdentifier', 'isIfStatement', 'isImportClause',
  'isImportEqualsDeclaration', 'isImportSpecifier', 'isInterfaceDeclaration', 'isIterationStatement', 'isLabeledStatement', 'isMethodDeclaration', 'isNamespaceImport',
  'isNewExpression', 'isNonNullExpression', 'isNumericLiteral', 'isObjectBindingPattern', 'isObjectLiteralExpression', 'isOptionalChain', 'isParameter', 'isParameterPropertyDeclaration',
  'isParenthesizedExpression', 'isPrefixUnaryExpression', 'isPrivateIdentifier', 'isPropertyAccessExpression', 'isPropertyAssignment', 'isPropertyDeclaration', 'isPropertySignature',
  'isReturnStatement', 'isSetAccessor', 'isShorthandPropertyAssignment', 'isSourceFile', 'isSpreadAssignment', 'isSpreadElement', 'isStatement', 'isStringLiteral',
  'isStringLiteralLike', 'isSwitchStatement', 'isThrowStatement', 'isTryStatement', 'isVariableDeclaration', 'isVariableDeclarationList', 'isVariableStatement', 'isVoidExpression',
  'isWhileStatement', 'isYieldExpression', 'walkUpBindingElementsAndPatterns',
] as const satisfies readonly (keyof TypeScript)[];

const atHand = new WeakMap<TypeScript, TypeScript>();

/** The same TypeScript, what is asked of it most by plain properties. */
export function typescriptAtHand(typescript: TypeScript): TypeScript {
  let known = atHand.get(typescript);
  if (!known) {
    known = Object.create(typescript, Object.fromEntries(asked.map((name) => [name, { value: typescript[name] }]))) as TypeScript;
    atHand.set(typescript, known).set(known, known);
  }
  return known;
}
