import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { sourceFiles, textOf } from './source-files';

const ENTRIES = ['src/index.ts', 'src/testing/index.ts'];

/** Classes that users meet but do not make, with where they meet them. */
const MET_ONLY: Readonly<Record<string, string>> = {
  ApplicationSetGenerator: 'the base of the generators',
  BoundAnalysis: 'what AnalysisCheck.withArgs gives',
  CatalogNotification: 'what NotificationCatalog holds',
  Check: 'the base of the checks',
  ChildApplication: 'what AppOfApps.addChart gives',
  ClusterDecisionResourceGenerator: 'what Generator.clusterDecisionResource gives',
  ClusterListGenerator: 'what Generator.clusterList gives',
  ClustersGenerator: 'what Generator.clusters gives',
  ConstructError: 'thrown',
  DeploymentBlueGreenRollout: 'what BlueGreenRollout.fromDeployment gives',
  DeploymentCanaryRollout: 'what CanaryRollout.fromDeployment gives',
  DeploymentRollout: 'the base of the rollouts of a Deployment',
  ExperimentTemplate: 'what Experiment.addTemplate gives',
  GitDirectoriesGenerator: 'what Generator.gitDirectories gives',
  GitFilesGenerator: 'what Generator.gitFiles gives',
  HelmRepository: 'what Repository.helm gives',
  ListFromGenerator: 'what Generator.listFrom gives',
  ListGenerator: 'what Generator.list gives',
  Matcher: 'what Match.pattern and the others give',
  MatrixGenerator: 'what Generator.matrix gives',
  MergeGenerator: 'what Generator.merge gives',
  OciRepository: 'what Repository.oci gives',
  ParameterList: 'what a parameter that is a list is',
  PluginGenerator: 'what Generator.plugin gives',
  PullRequestGenerator: 'what Generator.pullRequest gives',
  RbacGroup: 'what ArgoCdRbac.group gives',
  RecordedOutcome: 'what AnalysisTrial.error and AnalysisTrial.judged give',
  RefFile: 'what RefSource.file gives',
  RefSource: 'what Source.ref gives',
  RemoteSecret: 'what SecretStore.secret gives',
  Rollout: 'the base of the rollouts',
  ScmProviderGenerator: 'what Generator.scmProvider gives',
  ValidationError: 'thrown',
};

describe('the public surface', () => {
  const exported = ENTRIES.flatMap((entry) => exportsOf(entry));

  test.each(ENTRIES)('%s has exports only', (entry) => {
    const { statements } = ts.createSourceFile(entry, textOf(entry), ts.ScriptTarget.ES2022);
    expect(statements.filter((statement) => !ts.isExportDeclaration(statement) || !statement.moduleSpecifier)).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
  });

  test('nothing is exported twice', () => {
    const names = exported.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
  });

  test('nothing internal is exported', () => {
    expect(exported.filter(({ name }) => name.startsWith('_') || name.endsWith('Wire'))).toEqual([]);
  });

  // A class that no example and no page shows is one that nobody finds, or that nobody needs.
  test('every exported class is shown in an example or a page', () => {
    const shown = [...sourceFiles('examples').map(textOf), ...pages().map(textOf)].join('\n');
    const unseen = exported.filter(({ name, kind }) => kind === 'class' && !new RegExp(`\\b${name}\\b`).test(shown));
    expect(unseen.map(({ name }) => name).filter((name) => !(name in MET_ONLY))).toEqual([]);
  });

  test('the classes that are only met are exported', () => {
    const classes = exported.filter(({ kind }) => kind === 'class').map(({ name }) => name);
    expect(Object.keys(MET_ONLY).filter((name) => !classes.includes(name))).toEqual([]);
  });

  test('every export has a doc comment', () => {
    expect(exported.filter(({ documented }) => !documented).map(({ name }) => name)).toEqual([]);
  });

  test.each(['docs/api/cdk8s-argo.api.md', 'docs/api/testing.api.md'])('every member has a doc comment, as %s knows', (report) => {
    expect(textOf(report).match(/\(undocumented\)\n.*/g) ?? []).toEqual([]);
  });
});

interface Exported {
  readonly name: string;
  readonly kind: 'class' | 'other';
  readonly documented: boolean;
}

function exportsOf(entry: string): Exported[] {
  const root = path.resolve(__dirname, '..', '..');
  const program = ts.createProgram([path.join(root, entry)], {
    noLib: true, noResolve: false, types: [], module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path.join(root, entry))!)!;
  return checker.getExportsOfModule(module).map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return {
      name: symbol.name,
      kind: target.flags & ts.SymbolFlags.Class ? 'class' : 'other',
      documented: target.getDocumentationComment(checker).length > 0,
    };
  });
}

function pages(): string[] {
  const root = path.resolve(__dirname, '..', '..');
  const docs = path.join(root, 'docs');
  const below = fs.existsSync(docs) ? fs.readdirSync(docs, { recursive: true, encoding: 'utf8' }) : [];
  // The report of the public surface names every class; it shows none.
  return ['README.md', ...below.filter((file) => file.endsWith('.md') && !file.startsWith('api')).map((file) => path.join('docs', file))];
}
