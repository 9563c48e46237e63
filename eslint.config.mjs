import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['lib/', 'dist/', 'imports/', 'node_modules/', 'package/', 'coverage/', '.tmp/', '.cdk8s/', 'temp/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { project: './tsconfig.dev.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { noInlineConfig: true },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.dev.json' })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-member-accessibility': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `{}` is "no keys" in a mapped type, which is what it is used for here.
      '@typescript-eslint/no-empty-object-type': ['error', { allowObjectTypes: 'always' }],
      // What not every program needs is loaded by the first one that does.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^@prometheus-io/lezer-promql$', '^(diff|fengari|js-yaml|luaparse|yaml)$', '/validation/engine$', '/go-templates/render$', '/kubernetes-yaml/read-document$', '/plan-applications$', '/check-levels$', '-run$'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // In cdk8s a spec, a resolved value and what `Lazy` makes are `any`; to use such a value unchecked stays an error.
      '@typescript-eslint/no-unsafe-assignment': 'off',

      'import-x/first': 'error',
      'import-x/newline-after-import': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-mutable-exports': 'error',
      'import-x/no-self-import': 'error',
      'import-x/no-unresolved': 'error',
      'import-x/no-useless-path-segments': 'error',
      'import-x/order': ['error', {
        'groups': ['builtin', 'external', ['parent', 'sibling', 'index']],
        'pathGroups': [{ pattern: 'cdk8s-argo{,/**}', group: 'external' }],
        'alphabetize': { order: 'asc', caseInsensitive: true },
        'newlines-between': 'never',
      }],

      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',

      'comma-dangle': ['error', 'always-multiline'],
      'eol-last': 'error',
      'indent': ['error', 2, { SwitchCase: 1, ignoredNodes: ['TemplateLiteral *', 'TSUnionType *', 'ConditionalExpression'] }],
      'max-len': ['error', { code: 140, ignoreTemplateLiterals: true, ignoreStrings: true, ignoreUrls: true, ignoreRegExpLiterals: true }],
      'no-multiple-empty-lines': ['error', { max: 1, maxBOF: 0, maxEOF: 0 }],
      'no-trailing-spaces': 'error',
      'object-curly-spacing': ['error', 'always'],
      'quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      'semi': ['error', 'always'],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: false, includeTypes: true }],
      'max-lines': ['error', 250],
      'no-console': 'error',
      'no-restricted-imports': ['error', {
        patterns: [{
          regex: '^(?:\\.\\.?/)*(?:\\.\\.?/?|index)$',
          message: 'index.ts is for users: import the file that has the name.',
        }],
      }],
    },
  },
  {
    // The contents of the package: names and where they live. What is generated has an id a line.
    files: ['src/index.ts', 'src/validation/rule-id.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // The types of jest are a namespace, and only an interface can be merged into them.
    files: ['src/testing/expect/manifest-matchers.ts'],
    rules: { '@typescript-eslint/no-namespace': 'off', '@typescript-eslint/no-empty-object-type': 'off' },
  },
  {
    // Node waits for its tests by itself.
    files: ['templates/**/*.test.ts'],
    rules: { '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] }] },
  },
  {
    // What must not compile has no type.
    files: ['test/types/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-call': 'off' },
  },
  {
    // Edits reach into JSON of any shape, as people do in YAML, and a table of them reads best with a line for each.
    files: ['test/properties/*mutations*.ts', 'test/properties/argo-cd-edits.ts'],
    rules: {
      'max-len': 'off',
      ...Object.fromEntries(['explicit-any', 'unsafe-argument', 'unsafe-assignment', 'unsafe-member-access', 'unsafe-call', 'unsafe-return']
        .map((name) => [`@typescript-eslint/no-${name}`, 'off'])),
    },
  },
);
