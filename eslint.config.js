import typescriptEslint from '@typescript-eslint/eslint-plugin';
import parser from '@typescript-eslint/parser';
import lifecycle from './dist/index.js';

export default [
  { ignores: ['**/node_modules', 'dist', 'coverage', 'examples', 'test/fixture', 'test/valid-code', 'test/contracts-typings', 'test/fixtures'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser, parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': typescriptEslint },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-useless-return': 'error',
      'no-else-return': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/return-await': 'error',
    },
  },
  { files: ['**/*.ts'], ignores: ['test/**'], ...lifecycle.configs.strict },
  { files: ['test/**/*.ts'], ...lifecycle.configs.tests },
];
