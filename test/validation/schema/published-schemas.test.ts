import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import type { Manifest } from '../../../src/manifests/manifest';
import { checkSchema } from '../../../src/validation/schema/check';
import type { Schema, SchemaNode } from '../../../src/validation/schema/schema';
import type { SchemaProblem } from '../../../src/validation/schema/schema-problem';
import { schemaFor } from '../../../src/validation/schema/schema-store';
import { DEFAULT_TARGETS, type Targets } from '../../../src/validation/targets';

const OLDER: Targets = { ...DEFAULT_TARGETS, kubernetes: '1.27' };
const index = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'imports', 'index.json'), 'utf8')) as {
  readonly customResources: Readonly<Record<string, string>>;
  readonly kubernetes: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

function schemaOfId(id: string, targets: Targets): Schema {
  const slash = id.lastIndexOf('/');
  return schemaFor(id.slice(0, slash), id.slice(slash + 1), targets) as Schema;
}

function check(yaml: string, targets = DEFAULT_TARGETS): SchemaProblem[] {
  return loadAll(yaml, null, { schema: CORE_SCHEMA }).flatMap((document) => {
    const manifest = document as Manifest;
    return checkSchema(manifest, schemaFor(manifest.apiVersion, manifest.kind, targets) as Schema);
  });
}

describe('schemaFor', () => {
  it('reads a schema once', () => {
    expect(schemaFor('argoproj.io/v1alpha1', 'Rollout', DEFAULT_TARGETS)).toMatchObject({ kind: 'Rollout', origin: 'argoproj/argo-rollouts v1.9.1' });
    expect(schemaFor('argoproj.io/v1alpha1', 'Rollout', DEFAULT_TARGETS)).toBe(schemaFor('argoproj.io/v1alpha1', 'Rollout', DEFAULT_TARGETS));
  });

  it('tells the releases of Kubernetes and the groups apart', () => {
    expect(schemaFor('v1', 'Pod', DEFAULT_TARGETS)?.origin).toBe('kubernetes/kubernetes v1.36.0');
    expect(schemaFor('v1', 'Pod', OLDER)?.origin).toBe('kubernetes/kubernetes v1.27.0');
    expect(schemaFor('networking.istio.io/v1', 'Gateway', DEFAULT_TARGETS)?.origin).toContain('istio');
    expect(schemaFor('gateway.networking.k8s.io/v1', 'Gateway', DEFAULT_TARGETS)?.origin).toContain('gateway-api');
  });

  it.each([['example.com/v1', 'Widget'], ['argoproj.io/v1', 'Rollout'], ['', ''], ['__proto__', 'x'], ['v1', 'toString']])('knows no %s %s', (apiVersion, kind) => {
    expect(schemaFor(apiVersion, kind, DEFAULT_TARGETS)).toBeUndefined();
  });

  it.each([
    ...Object.keys(index.customResources).map((id) => [id, DEFAULT_TARGETS] as const),
    ...Object.keys(index.kubernetes['1.36'] ?? {}).map((id) => [id, DEFAULT_TARGETS] as const),
    ...Object.keys(index.kubernetes['1.27'] ?? {}).map((id) => [id, OLDER] as const),
  ])('%s has every node that it refers to', (id, targets) => {
    const seen = new Set<SchemaNode>();
    const visit = (node: SchemaNode | undefined): void => {
      if (!node || seen.has(node)) return;
      seen.add(node);
      for (const field of node.properties.values()) visit(field);
      visit(node.values);
      visit(node.items);
    };
    visit(schemaOfId(id, targets).root);
    expect(seen.size).toBeGreaterThan(10);
  });
});

describe('objects that a cluster takes', () => {
  const documents = loadAll(readFileSync(join(__dirname, 'fixtures', 'valid.yaml'), 'utf8'), null, { schema: CORE_SCHEMA }) as Manifest[];

  it.each(documents.map((manifest) => [manifest.kind, manifest] as const))('%s has no problem', (_, manifest) => {
    for (const targets of [DEFAULT_TARGETS, OLDER]) {
      expect(checkSchema(manifest, schemaFor(manifest.apiVersion, manifest.kind, targets) as Schema)).toEqual([]);
    }
  });
});

describe('mistakes', () => {
  const rollout = (spec: string): string => `{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: web}, spec: ${spec}}`;

  it.each<[string, string, string, Partial<SchemaProblem>]>([
    ['a Rollout field in the wrong place', rollout('{strategy: {canary: {rollbackWindow: {revisions: 3}}}}'), '/spec/strategy/canary/rollbackWindow', {
      keyword: 'unknown', fix: 'it belongs to spec: move it there',
    }],
    ['a weight in quotes', rollout('{strategy: {canary: {steps: [{setWeight: "5"}]}}}'), '/spec/strategy/canary/steps/0/setWeight', {
      keyword: 'type', structural: true, fix: 'write it without quotes: 5',
    }],
    ['template metadata that is pruned', rollout('{template: {metadata: {name: web, labels: {app: web}}}}'), '/spec/template/metadata/name', { keyword: 'unknown' }],
    ['the same port twice, once by default', rollout('{template: {spec: {containers: [{name: a, ports: [{containerPort: 80}, {containerPort: 80, protocol: TCP}]}]}}}'),
      '/spec/template/spec/containers/0/ports/1', { keyword: 'duplicate' }],
    ['a kustomize field that is none', `
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: api}
spec:
  generators: []
  template:
    metadata: {name: a}
    spec: {project: default, destination: {}, source: {repoURL: 'https://git.example.com/a', kustomize: {overlays: [a]}}}
`, '/spec/template/spec/source/kustomize/overlays', { keyword: 'unknown' }],
    ['an unquoted wave', '{apiVersion: v1, kind: ConfigMap, metadata: {name: a, annotations: {argocd.argoproj.io/sync-wave: 1}}}',
      '/metadata/annotations/argocd.argoproj.io~1sync-wave', { fix: 'put it in quotes: "1"' }],
    ['plain text in a Secret', '{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {password: hunter2}}', '/data/password', { keyword: 'format' }],
    ['a value in ConfigMap data that is no string', '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {port: 80}}', '/data/port', { keyword: 'type' }],
    ['an autoscaler without a spec', '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}}', '/spec', { keyword: 'required', structural: true }],
    ['two matches in one', '{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a}, spec: {http: [{match: [{uri: {exact: /, prefix: /}}]}]}}',
      '/spec/http/0/match/0/uri', { keyword: 'oneOf', message: '"exact", "prefix" exclude each other' }],
    ['a quantity that is none', '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, resources: {limits: {memory: 1GB}}}]}}',
      '/spec/containers/0/resources/limits/memory', { keyword: 'type', message: 'not a quantity' }],
  ])('%s', (_, yaml, pointer, problem) => {
    expect(check(yaml)).toMatchObject([{ pointer, ...problem }]);
  });

  it('in fields that an older release does not have', () => {
    const yaml = `{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {selector: {}, template: {spec: {containers: [{name: a, restartPolicyRules: []}]}}}}`;
    expect(check(yaml)).toEqual([]);
    expect(check(yaml, OLDER)).toMatchObject([{ keyword: 'unknown', pointer: '/spec/template/spec/containers/0/restartPolicyRules' }]);
  });
});
