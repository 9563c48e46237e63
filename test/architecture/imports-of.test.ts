import { importsOf } from './imports-of';

describe('reading imports', () => {
  const read = (text: string) => importsOf('src/app/argo-app.ts', text);

  test.each([
    ['an import', "import { Unit } from '../manifests/unit';", false],
    ['an import for its effects', "import '../manifests/unit';", false],
    ['a default import', "import unit from '../manifests/unit';", false],
    ['a namespace', "import * as unit from '../manifests/unit';", false],
    ['types and values together', "import { type Unit, other } from '../manifests/unit';", false],
    ['import type', "import type { Unit } from '../manifests/unit';", true],
    ['inline types alone', "import { type Unit } from '../manifests/unit';", true],
    ['export from', "export { Unit } from '../manifests/unit';", false],
    ['export star', "export * from '../manifests/unit';", false],
    ['export type', "export type { Unit } from '../manifests/unit';", true],
    ['require', "function load() { return require('../manifests/unit'); }", false],
    ['import equals', "import unit = require('../manifests/unit');", false],
    ['a dynamic import', "const unit = await import('../manifests/unit');", false],
    ['an import inside a type', "type Unit = import('../manifests/unit').Unit;", true],
  ])('sees %s', (_, text, typeOnly) => {
    expect(read(text)).toEqual([{ specifier: '../manifests/unit', file: 'src/manifests/unit.ts', typeOnly }]);
  });

  test('a package has no file', () => {
    expect(read("import { App } from 'cdk8s';")).toEqual([{ specifier: 'cdk8s', typeOnly: false }]);
  });

  test('finds generated types, and the index of a folder', () => {
    expect(read("import type { Rollout } from '../../imports/types/argo-rollouts/rollout';\nimport { rules } from '../validation/rules';"))
      .toMatchObject([{ file: 'imports/types/argo-rollouts/rollout.d.ts' }, { file: 'src/validation/rules/index.ts' }]);
  });

  test('does not take a comment or a text for an import', () => {
    expect(read("// import '../manifests/unit'\nconst text = \"require('../manifests/unit')\";")).toEqual([]);
  });
});
