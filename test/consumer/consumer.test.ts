import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ConsumerApp } from './consumer-app';
import { pack, ROOT, type Tarball } from './package-tarball';

const FIRST = fs.readFileSync(path.join(ROOT, 'examples', 'first-canary', 'main.ts'), 'utf8').replace("'dist/first-canary'", "'dist'");
const WRITTEN = path.join('web', 'web.k8s.yaml');

// The first example with a second container of the same name.
const BROKEN = FIRST.replace('containers: [{', "containers: [{ name: 'web', image: 'sidecar' }, { name: 'web',");

const WITH_ASSERTIONS = `
import { ArgoChart } from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';
import { ConfigMap } from 'cdk8s-plus-27';

const chart = new ArgoChart(new TestApp(), 'web');
new ConfigMap(chart, 'Settings', { data: { currency: 'EUR' } });
Manifests.fromChart(chart).hasResource('ConfigMap', { metadata: { name: 'settings' } });
`;

describe('a project that uses the package', () => {
  let folder: string;
  let tarball: Tarball;
  let project: ConsumerApp;

  beforeAll(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-argo-consumer-')));
    tarball = pack();
    project = new ConsumerApp(path.join(folder, 'project'), tarball.file);
    project.write('main.ts', FIRST);
    project.write('assertions.ts', WITH_ASSERTIONS);
  }, 120_000);

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('gets what runs, its types and the schemas, and nothing else', () => {
    expect(tarball.files).toEqual(expect.arrayContaining([
      'lib/index.js', 'lib/index.d.ts', 'lib/testing/index.js', 'lib/testing/index.d.ts', 'imports/index.json',
      'imports/types/argo-rollouts/rollout.d.ts', 'imports/schemas/argoproj.io/v1alpha1.Rollout.json', 'bin/cdk8s-argo',
      'templates/app/gitignore', 'templates/app/.github/workflows/deploy.yaml', 'LICENSE', 'README.md', 'package.json',
    ]));
    expect(tarball.files.filter((file) => !/^(lib|imports|templates)\/|^bin\/cdk8s-argo$|^(LICENSE|README\.md|package\.json)$/.test(file))).toEqual([]);
    expect(tarball.files.filter((file) => file.startsWith('lib/') && !/\.(js|d\.ts)$/.test(file))).toEqual([]);
  });

  test.each(['tsconfig.json', 'tsconfig.node16.json'])('type checks, our declarations too, with %s', (config) => {
    expect(project.typeCheck(config)).toEqual({ status: 0, output: '' });
  }, 60_000);

  test.each(['ts-node', 'tsx'] as const)('synthesizes with cdk8s synth and %s, and keeps what it has when there is an error', (runner) => {
    fs.rmSync(path.join(folder, 'project', 'dist'), { recursive: true, force: true });
    project.write('main.ts', FIRST);
    const good = project.synth(runner);
    expect(good).toMatchObject({ status: 0, output: expect.stringContaining('dist: 1 unit, 5 objects; files: 1 written') as string });
    const committed = fs.readFileSync(path.join(ROOT, 'dist', 'first-canary', WRITTEN), 'utf8');
    const before = project.filesIn('dist');
    expect(before[WRITTEN]).toBe(committed);
    expect(project.filesIn('.cdk8s')).toEqual({ [WRITTEN]: committed });

    project.write('main.ts', BROKEN);
    const { status, output } = project.synth(runner);
    expect(status).not.toBe(0);
    expect(output).toContain('nothing was written');
    expect(output).toContain('rollouts/containers');
    // The construct, and the line of its `new`.
    expect(output).toContain(`web/Web/Resource (main.ts:${lineOf(BROKEN, 'new CanaryRollout(')})`);
    expect(project.filesIn('dist')).toEqual(before);
  }, 60_000);

  test('can test its charts', () => {
    expect(project.run('tsx', 'assertions.ts')).toEqual({ status: 0, output: '' });
  }, 60_000);
});

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
