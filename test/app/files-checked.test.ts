import * as fs from 'node:fs';
import { Application, ArgoCdConfig, ArgoCdInstallation, type ArgoCdInstallationProps, ArgoChart, Destination, type Finding, Repository, Source } from '../../src';
import { declareFile } from '../../src/render/extra-files';
import { TestApp } from '../../src/testing/test-app';

const app = { current: new TestApp() };

beforeEach(() => {
  app.current = new TestApp();
});
afterEach(() => fs.rmSync(app.current.outdir, { recursive: true, force: true }));

function chart(name: string): ArgoChart {
  return new ArgoChart(app.current, name, { namespace: 'argocd' });
}

function found(rule: string): readonly Finding[] {
  return app.current.check().findings.filter((finding) => finding.rule === rule);
}

function delivered(form: ArgoCdInstallationProps): readonly Finding[] {
  const settings = chart('settings');
  new ArgoCdConfig(new ArgoCdInstallation(settings, 'ArgoCd', form), 'Config', { adminEnabled: false });
  const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
  new Application(chart('apps'), 'settings', { source: Source.chart(settings, repository), destination: Destination.inCluster('argocd') });
  return found('apps/files-beside-manifests');
}

test('a patch in a plain directory would be applied as the whole object', () => {
  expect(delivered({ as: 'kustomizePatches' })).toEqual([expect.objectContaining({
    severity: 'error',
    pointer: '/spec/source/path',
    message: 'argocd-cm.patch.yaml in this folder is no manifest, and Argo CD would apply it as ConfigMap/argocd-cm',
    fix: expect.stringContaining('directory.exclude: "argocd-cm.patch.yaml"') as string,
  })]);
});

test('beside a kustomization.yaml it is a patch', () => {
  expect(delivered({ as: 'kustomizePatches', resources: ['https://git.example.com/argo-cd/install.yaml'] })).toEqual([]);
});

// As findManifests of Argo CD does with what has no kind.
test('values that do not look like a manifest are passed over', () => {
  expect(delivered({ as: 'helmValues', file: 'values.yaml' })).toEqual([]);
});

const below = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const top = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });

function filesFindings(files: Readonly<Record<string, string>>, source: Source): readonly Finding[] {
  const shop = chart('shop');
  for (const [path, content] of Object.entries(files)) declareFile(shop, { path, produce: () => content });
  new ArgoCdConfig(shop, 'Config', { adminEnabled: false });
  const apps = chart('apps');
  new Application(apps, 'shop', { source, destination: Destination.inCluster('argocd') });
  // What says where the folders are committed.
  new Application(apps, 'apps', { source: Source.chart(chart('more'), below), destination: Destination.inCluster('argocd') });
  return found('apps/files-beside-manifests');
}

const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n';

test.each<[string, Readonly<Record<string, string>>, Source, number]>([
  ['an object', { 'one.yaml': OBJECT }, Source.git({ repository: below, path: 'shop' }), 1],
  ['of another ending', { 'one.tpl': OBJECT }, Source.git({ repository: below, path: 'shop' }), 0],
  ['in a folder below', { 'more/one.yaml': OBJECT }, Source.git({ repository: below, path: 'shop' }), 0],
  ['in a folder below that is read too', { 'more/one.yaml': OBJECT }, Source.git({ repository: below, path: 'shop', directory: { recurse: true } }), 1],
  ['in one of all folders', { 'one.yaml': OBJECT }, Source.git({ repository: top, path: 'dist', directory: { recurse: true } }), 1],
  ['in another repository', { 'one.yaml': OBJECT }, Source.git({ repository: Repository.git({ url: 'https://git.example.com/org/other.git', revision: 'main' }), path: 'dist/shop' }), 0],
  ['left out', { 'one.yaml': OBJECT }, Source.git({ repository: below, path: 'shop', directory: { exclude: 'one.*' } }), 0],
  ['not included', { 'one.yaml': OBJECT }, Source.git({ repository: below, path: 'shop', directory: { include: '*.k8s.yaml' } }), 0],
  ['rendered by Kustomize', { 'one.yaml': OBJECT }, Source.git({ repository: below, path: 'shop', kustomize: { namePrefix: 'a-' } }), 0],
  ['marked to be skipped', { 'one.yaml': `# +argocd:skip-file-rendering\n${OBJECT}` }, Source.git({ repository: below, path: 'shop' }), 0],
  ['like an object', { 'one.yaml': `${OBJECT}broken: [\n` }, Source.git({ repository: below, path: 'shop' }), 1],
  ['something else behind an object', { 'one.yaml': `${OBJECT}---\nreplicas: 2\n` }, Source.git({ repository: below, path: 'shop' }), 1],
  ['JSON of something else', { 'one.json': '{"replicas": 2}' }, Source.git({ repository: below, path: 'shop' }), 1],
])('a file that is %s', (_what, files, source, count) => {
  expect(filesFindings(files, source)).toHaveLength(count);
});

describe('credentials in files', () => {
  const token = `glpat-${'aB3dE6gH9kL2mN5pQ8rS'}`;

  test('are found by their form, at the construct that declared the file', () => {
    declareFile(chart('shop'), { path: 'values.yaml', produce: () => `server:\n  env: ${token}\n` });
    const [finding, ...more] = found('secrets/credential-in-text');
    expect(finding).toMatchObject({
      severity: 'error', received: 'a token of GitLab', message: 'a token of GitLab stands in the file values.yaml in plain text',
      origin: { constructPath: 'shop', file: 'shop/values.yaml' },
    });
    expect(more).toEqual([]);
    expect(() => app.current.synth()).toThrow('a token of GitLab');
  });

  test('are found by their names', () => {
    declareFile(chart('shop'), { path: 'values.yaml', produce: () => 'redis:\n  password: hunter2-of-the-shop\n' });
    expect(found('secrets/credential-by-name')).toEqual([expect.objectContaining({ message: 'password is written as text in the file values.yaml' })]);
  });

  test('are said once, where an object of the chart holds them too', () => {
    const argoCd = new ArgoCdInstallation(chart('settings'), 'ArgoCd', { as: 'helmValues', file: 'values.yaml' });
    new ArgoCdConfig(argoCd, 'Config', { more: { 'some.setting': token } });
    expect(found('secrets/credential-in-text')).toEqual([expect.objectContaining({ pointer: '/data/some.setting' })]);
  });

  test('references to Secrets and encrypted values are none', () => {
    declareFile(chart('shop'), { path: 'values.yaml', produce: () => 'password: $argocd:oidc.secret\ntoken: ENC[AES256_GCM,data:Tr7o=]\n' });
    expect(app.current.check().findings).toEqual([]);
  });
});
