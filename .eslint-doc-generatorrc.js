/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [['tests', '🧪']],
  ruleListColumns: ['name', 'description', 'configsError', 'hasSuggestions', 'requiresTypeChecking'],
  urlConfigs: 'https://github.com/eslint-plugin-lifecycle/eslint-plugin-lifecycle#presets',
};
