import { javascript, ProjenrcFile, typescript } from 'projen';

const project = new typescript.TypeScriptProject({
  name: 'cdk8s-argo',
  description: 'Typed, validated progressive delivery and GitOps manifests with Argo, for cdk8s',
  authorName: 'cdk8s-argo maintainers',
  authorOrganization: true,
  license: 'Apache-2.0',
  copyrightOwner: 'the cdk8s-argo authors',
  keywords: ['cdk8s', 'kubernetes', 'argo', 'argo-cd', 'argo-rollouts', 'gitops', 'progressive-delivery', 'canary', 'blue-green'],
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  entrypoint: 'lib/index.js',
  entrypointTypes: 'lib/index.d.ts',
  bin: { 'cdk8s-argo': 'bin/cdk8s-argo' },
  projenrcJs: false,
  sampleCode: false,
  github: false,
  depsUpgrade: false,
  buildWorkflow: false,
  release: false,
  // We bring our own: jest with a fast transform, eslint's flat configuration, types checked by tsc.
  jest: false,
  eslint: false,

  peerDeps: ['cdk8s@^2.70', 'cdk8s-plus-27@^2.9', 'constructs@^10.4'],
  peerDependencyOptions: { pinnedDevDependency: false },
  deps: [
    '@bufbuild/cel',
    '@lezer/common',
    '@lezer/lr',
    '@prometheus-io/lezer-promql',
    // 15 is for Node 22 and later.
    'commander@^14',
    'diff',
    'fastest-levenshtein',
    'fengari',
    'js-yaml@^4',
    'luaparse',
    'picocolors',
    'yaml',
  ],
  devDeps: [
    'cdk8s',
    'cdk8s-cli',
    'cdk8s-plus-27',
    'constructs',
    '@microsoft/api-extractor@^7',
    // Pinned: later releases lack packages for some platforms in the registry.
    '@swc/core@1.16.18',
    '@swc/jest',
    '@types/jest@^29',
    '@types/js-yaml@^4',
    '@types/luaparse',
    '@types/node@^20',
    'casbin',
    'cli-table3',
    'eslint@^9',
    'eslint-import-resolver-typescript',
    'eslint-plugin-import-x',
    'fast-check',
    'jest@^29',
    'ts-node',
    'tsx',
    'typescript@~5.9',
    'typescript-eslint',
  ],

  tsconfig: {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022'],
      module: 'Node16',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE16,
      rootDir: 'src',
      outDir: 'lib',
      stripInternal: true,
      skipLibCheck: true,
      sourceMap: false,
      inlineSourceMap: false,
      inlineSources: false,
      noUncheckedIndexedAccess: true,
      types: ['node'],
    },
    include: ['src/**/*.ts'],
  },
  disableTsconfigDev: true,
  npmignoreEnabled: false,
  gitignore: ['.tmp/', '/lib/', '/package/', '/.cdk8s/', '/coverage/', '*.tsbuildinfo', '/temp/'],
  artifactsDirectory: 'package',
});

/** This file, as generated files name it. Run by tsx like every other program of the project. */
class ProgramOfProjen extends ProjenrcFile {
  public readonly filePath = '.projenrc.ts';
}
new ProgramOfProjen(project);
project.defaultTask?.exec('tsx .projenrc.ts');

// Everything that is not compiled into lib/: types are checked, nothing is emitted.
new javascript.TypescriptConfig(project, {
  fileName: 'tsconfig.dev.json',
  extends: javascript.TypescriptConfigExtends.fromTypescriptConfigs([project.tsconfig!]),
  compilerOptions: {
    rootDir: '.',
    noEmit: true,
    noUnusedLocals: false,
    types: ['node', 'jest'],
    baseUrl: '.',
    paths: { 'cdk8s-argo': ['./src/index.ts'], 'cdk8s-argo/testing': ['./src/testing/index.ts'], 'cdk8s-argo/testing/jest': ['./src/testing/jest.ts'] },
  },
  include: ['.projenrc.ts', 'src/**/*.ts', 'test/**/*.ts', 'examples/**/*.ts', 'templates/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts'],
  exclude: ['node_modules'],
});

// Pinned for the same reason as swc; the resolver of the import rules brings it.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

project.package.addField('files', ['bin', 'lib', 'imports', 'templates', 'README.md', 'LICENSE']);
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './testing': { types: './lib/testing/index.d.ts', default: './lib/testing/index.js' },
  './testing/jest': { types: './lib/testing/jest.d.ts', default: './lib/testing/jest.js' },
  './package.json': './package.json',
});
// For programs compiled with the older module resolution, which does not read the exports map.
project.package.addField('typesVersions', { '*': { testing: ['./lib/testing/index.d.ts'], 'testing/jest': ['./lib/testing/jest.d.ts'] } });
project.package.addField('jest', {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/plain-output.ts'],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/soak/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  moduleNameMapper: {
    '^cdk8s-argo$': '<rootDir>/src/index.ts',
    '^cdk8s-argo/testing$': '<rootDir>/src/testing/index.ts',
    '^cdk8s-argo/testing/jest$': '<rootDir>/src/testing/jest.ts',
  },
});

// `dist/` is the YAML of the examples, committed; it is not a build folder here.
project.gitignore.removePatterns('/dist/');
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.npmrc.addConfig('fund', 'false');
project.npmrc.addConfig('audit', 'false');

// Who imports the package loads what is used of it.
project.compileTask.exec('tsx tools/build/lazy-index.ts');

project.addTask('imports', {
  description: 'generate imports/ from the upstream definitions that imports/sources.json names',
  exec: 'tsx tools/imports/main.ts',
  receiveArgs: true,
});
const synth = project.addTask('synth', { description: 'synthesize every example into dist/' });
synth.spawn(project.compileTask);
synth.exec('tsx tools/synth-examples.ts', { receiveArgs: true });
project.addTask('bench', {
  description: 'compare ArgoApp with a plain cdk8s.App',
  steps: [{ spawn: project.compileTask.name }, { exec: 'node --expose-gc --import tsx bench/main.ts', receiveArgs: true }],
});
project.addTask('docs', { description: 'generate the pages of the rules, the conformance tables, the gallery and the type of rule ids', exec: 'tsx --tsconfig tsconfig.dev.json tools/docs.ts', receiveArgs: true });

const types = project.addTask('types', { description: 'check all types, the type tests among them', exec: 'tsc --noEmit -p tsconfig.dev.json' });
const lint = project.addTask('lint', { description: 'eslint', exec: 'eslint --max-warnings 0 .', receiveArgs: true });
const unit = project.addTask('unit', { description: 'jest', exec: 'jest', receiveArgs: true });
project.addTask('test:soak', { description: 'the longer property tests', exec: 'jest --testPathIgnorePatterns /node_modules/ --roots test/soak', receiveArgs: true });
const ENTRY_POINTS = ['api-extractor.json', 'api-extractor.testing.json'];
const api = project.addTask('api', {
  description: 'compare the public surface with docs/api',
  steps: ENTRY_POINTS.map((config) => ({ exec: `api-extractor run -c ${config}` })),
});
project.addTask('api:update', {
  description: 'accept a changed public surface',
  steps: [{ spawn: project.compileTask.name }, ...ENTRY_POINTS.map((config) => ({ exec: `api-extractor run --local -c ${config}` }))],
});
for (const step of [project.compileTask, types, lint, api, unit]) project.testTask.spawn(step);

project.synth();
