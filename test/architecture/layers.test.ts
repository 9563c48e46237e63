import { importsOf } from './imports-of';
import { folderOf, foldersIn, sourceFiles, textOf } from './source-files';

/** Which folders of `src` a folder may import. Its own files it may always import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // What everything else speaks about: plain JSON and where it comes from.
  manifests: [],
  // The languages that people write inside manifests.
  languages: [],
  // Passes over manifests. They serve synth, the command line and tests alike, so none of them knows a construct of ours.
  simulation: ['languages', 'manifests'],
  ownership: ['manifests'],
  output: ['manifests'],
  expansion: ['languages', 'manifests'],
  validation: ['expansion', 'languages', 'manifests', 'ownership', 'simulation'],
  render: ['manifests'],
  sync: ['manifests', 'render'],
  'sync-plan': ['expansion', 'languages', 'manifests', 'simulation', 'validation'],
  // What a synth is.
  app: ['expansion', 'fleet', 'manifests', 'output', 'render', 'sync', 'sync-plan', 'validation'],
  // What users write.
  fleet: ['languages', 'manifests'],
  images: ['fleet', 'languages', 'manifests'],
  analysis: ['app', 'languages', 'manifests', 'render', 'simulation'],
  traffic: ['manifests', 'render'],
  rollouts: ['analysis', 'app', 'languages', 'manifests', 'render', 'sync', 'traffic'],
  kustomize: ['app', 'languages', 'manifests', 'render'],
  companions: ['app', 'manifests', 'render', 'rollouts', 'sync'],
  'control-plane': ['app', 'fleet', 'languages', 'manifests', 'render'],
  apps: ['app', 'fleet', 'languages', 'manifests', 'ownership', 'render', 'sync'],
  appsets: ['app', 'apps', 'expansion', 'fleet', 'languages', 'manifests', 'ownership', 'render'],
  // What users run.
  lint: ['expansion', 'languages', 'manifests', 'validation'],
  plugin: ['lint', 'manifests', 'validation'],
  starter: ['manifests'],
  cli: ['images', 'languages', 'lint', 'manifests', 'output', 'starter', 'validation'],
  // What users test with.
  testing: ['analysis', 'app', 'languages', 'manifests', 'render', 'simulation', 'sync', 'sync-plan', 'validation'],
};

/** Folders that work on data alone: no construct, neither of ours nor of cdk8s. */
const PURE = ['languages', 'manifests', 'simulation', 'ownership', 'output', 'expansion', 'validation', 'sync-plan', 'lint'];

/** Folders that render objects and name the generated types of what they render; tests name those of what they want. */
const RENDERS_WIRE_TYPES = ['analysis', 'apps', 'appsets', 'companions', 'control-plane', 'rollouts', 'testing', 'traffic'];

/** What of cdk8s such a folder may name after all, with the reason. */
const PURE_EXCEPT: Readonly<Record<string, string>> = {
  'src/manifests/duration.ts -> cdk8s': 'users pass the Duration of cdk8s, which is a value and no construct',
};

const CONSTRUCT_PACKAGES = ['cdk8s', 'cdk8s-plus-27', 'constructs'];

const files = sourceFiles('src');
const imports = files.flatMap((file) => importsOf(file, textOf(file)).map((entry) => ({ from: file, ...entry })));

describe('layers', () => {
  test('the table has a row for every folder of src, and no other', () => {
    expect(Object.keys(MAY_IMPORT).sort()).toEqual(foldersIn('src'));
  });

  test('the table is the one that ARCHITECTURE.md shows', () => {
    const rows = [...textOf('ARCHITECTURE.md').matchAll(/^\| `src\/([\w-]+)` \|.*\| ([\w, -]+) \|$/gm)];
    const shown = rows.map(([, folder, names]) => [folder, names === 'nothing' ? [] : names!.split(', ').sort()]);
    const kept = Object.entries(MAY_IMPORT).map(([folder, names]) => [folder, [...names].sort()]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(kept));
  });

  test('the table has no cycle', () => {
    expect(cycleIn(MAY_IMPORT)).toBeUndefined();
  });

  test('a file imports only from the folders that its folder may import', () => {
    const wrong = imports.filter(({ from, file }) => {
      const [own, other] = [folderOf(from), file?.startsWith('src/') ? folderOf(file) : undefined];
      return own !== '' && other !== undefined && other !== '' && other !== own && !MAY_IMPORT[own]?.includes(other);
    });
    expect(wrong.map(({ from, file }) => `${from} -> ${file}`)).toEqual([]);
  });

  test('nobody imports the entry of the package', () => {
    const wrong = imports.filter(({ file, specifier }) => file === 'src/index.ts' || /^cdk8s-argo(\/|$)/.test(specifier));
    expect(wrong.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });

  test('folders that work on data import no package of constructs', () => {
    const wrong = imports.filter(({ from, specifier }) =>
      PURE.includes(folderOf(from)) && CONSTRUCT_PACKAGES.includes(packageOf(specifier)));
    expect(wrong.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual(Object.keys(PURE_EXCEPT));
  });

  test('every import of a file leads to a file', () => {
    const lost = imports.filter(({ file }) => file !== undefined && !/\.ts$/.test(file));
    expect(lost.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });

  test('nothing of the project but src and the generated types is imported', () => {
    const wrong = imports.filter(({ file }) => file !== undefined && !/^(src|imports\/types)\//.test(file));
    expect(wrong.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });

  // They are .d.ts files: at run time there is nothing to load.
  test('generated types are imported as types, by folders that render objects', () => {
    const wrong = imports.filter(({ from, file, typeOnly }) =>
      file?.startsWith('imports/') && !(typeOnly && RENDERS_WIRE_TYPES.includes(folderOf(from))));
    expect(wrong.map(({ from, specifier, typeOnly }) => `${from} -> ${specifier}${typeOnly ? '' : ' (not as a type)'}`)).toEqual([]);
  });

  test('files do not import each other in a circle', () => {
    const graph: Record<string, string[]> = Object.fromEntries(files.map((file) => [file, []]));
    for (const { from, file } of imports) if (file && graph[file]) graph[from]!.push(file);
    expect(cycleIn(graph)?.join(' -> ')).toBeUndefined();
  });
});

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The path of a cycle, its first vertex again at the end. */
function cycleIn(graph: Readonly<Record<string, readonly string[]>>): readonly string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (vertex: string): readonly string[] | undefined => {
    if (path.includes(vertex)) return [...path.slice(path.indexOf(vertex)), vertex];
    if (done.has(vertex)) return undefined;
    path.push(vertex);
    for (const next of graph[vertex] ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(vertex);
    return undefined;
  };
  for (const vertex of Object.keys(graph)) {
    const cycle = visit(vertex);
    if (cycle) return cycle;
  }
  return undefined;
}
