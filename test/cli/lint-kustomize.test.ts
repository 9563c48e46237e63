import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders}
spec:
  template:
    spec:
      containers:
        - {name: orders, image: 'registry.example.com/orders'}
`;
const CHOSEN = /^(schema|pods\/image|manifests)/;

/** The findings that a kustomization may decide: `severity rule pointer`. */
function found(...args: readonly string[]): string[] {
  const { findings } = JSON.parse(cli('lint', '--format', 'json', ...args).out) as {
    readonly findings: ReadonlyArray<{ readonly rule: string; readonly severity: string; readonly pointer: string; readonly file: string }>;
  };
  return findings.filter(({ rule }) => CHOSEN.test(rule)).map(({ severity, rule, file }) => `${severity} ${rule} ${file}`);
}

function kustomization(folder: string, fields: string): void {
  write(`${folder}/kustomization.yaml`, `kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\n${fields}\n`);
}

test('labels, images and replicas of a kustomization are in the objects that it lists', () => {
  write('base/orders.yaml', DEPLOYMENT);
  expect(found()).toEqual([
    'error schema/required base/orders.yaml',
    'warning pods/image-tag base/orders.yaml',
  ]);
  kustomization('base', `resources: [orders.yaml]
commonLabels: {app: orders}
images: [{name: registry.example.com/orders, newTag: 1.4.2}]
replicas: [{name: orders, count: 3}]`);
  expect(found()).toEqual([]);
  // A file that it does not list gets nothing of it.
  write('base/other.yaml', DEPLOYMENT.replaceAll('orders', 'other'));
  expect(found()).toEqual(['error schema/required base/other.yaml', 'warning pods/image-tag base/other.yaml']);
});

test('labels without includeSelectors make no selector', () => {
  write('base/orders.yaml', DEPLOYMENT.replace('/orders\'', '/orders:1.4.2\''));
  kustomization('base', 'resources: [orders.yaml]\nlabels: [{pairs: {app: orders}, includeTemplates: true}]');
  expect(found()).toEqual(['error schema/required base/orders.yaml']);
  kustomization('base', 'resources: [orders.yaml]\nlabels: [{pairs: {app: orders}, includeSelectors: true}]');
  expect(found()).toEqual([]);
});

test('a base is judged with what its overlays put into it, and with their components', () => {
  write('base/orders.yaml', DEPLOYMENT);
  kustomization('base', 'resources: [orders.yaml]');
  kustomization('overlays/production', 'resources: [../../base]\ncomponents: [../../tags]\nlabels: [{pairs: {app: orders}, includeSelectors: true}]');
  write('tags/kustomization.yaml', 'kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nimages: [{name: registry.example.com/orders, digest: '
    + `'sha256:${'0'.repeat(64)}'}]\n`);
  expect(found()).toEqual([]);
});

test.each([
  ['a merge patch in a file', 'patches: [{path: tag.yaml}]'],
  ['a merge patch for a target', 'patches: [{path: tag.yaml, target: {kind: Deployment, name: ord.*}}]'],
  ['a merge patch of the former kind', 'patchesStrategicMerge: [tag.yaml]'],
  ['a JSON patch', 'patches:\n  - target: {kind: Deployment}\n    patch: |-\n      - op: replace\n        path: /spec/template/spec/containers/0/image\n        value: registry.example.com/orders:1.4.2'],
])('what %s decides is not judged in the base', (_, fields) => {
  write('base/orders.yaml', `${DEPLOYMENT}        - {name: agent, image: 'registry.example.com/agent:latest'}\n`);
  if (fields.includes('tag.yaml')) write('base/tag.yaml', `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders}
spec: {template: {spec: {containers: [{name: orders, image: 'registry.example.com/orders:1.4.2', unknown: 1}]}}}
`);
  kustomization('base', `resources: [orders.yaml]\ncommonLabels: {app: orders}\n${fields}`);
  // That of the other container is, once.
  expect(found()).toEqual(['warning pods/image-tag base/orders.yaml']);
});

test('a patch for another object changes nothing', () => {
  write('base/orders.yaml', DEPLOYMENT);
  kustomization('base', `resources: [orders.yaml]
commonLabels: {app: orders}
patches: [{target: {kind: Deployment, name: shop}, patch: '[{op: add, path: /spec/template/spec/containers/0/image, value: "a:1"}]'}, {target: {name: orders}, patch: '[{op: add, path: /metadata, value: 1}]'}]`);
  expect(found()).toEqual(['warning pods/image-tag base/orders.yaml']);
});

test('kustomizations of odd shapes are no reason to stop', () => {
  write('base/orders.yaml', DEPLOYMENT);
  kustomization('base', `resources: [orders.yaml, 3]
commonLabels: [1]
labels: {pairs: 1}
images: [null, {name: 2, newTag: {}}]
replicas: {a: 1}
patches: [{patch: "a: [", target: {name: "(((["}}, {patch: "- 1"}, {path: none.yaml}, 7]
patchesStrategicMerge: 4`);
  expect(found()).toContain('error schema/required base/orders.yaml');
});
