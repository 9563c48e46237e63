import { validate } from '../../src/validation/engine';
import { exampleApplication } from '../../src/validation/rules/apps/example-application';
import { ignoredFieldExists } from '../../src/validation/rules/apps/ignored-field-exists';
import { DEFAULT_TARGETS } from '../../src/validation/targets';
import { exampleManifests } from '../../tools/docs/example-manifests';

function said(kind: string, paths: readonly string[]): string[] {
  const [group, name] = [kind.slice(0, kind.indexOf('/')), kind.slice(kind.indexOf('/') + 1)];
  const field = paths.every((path) => path.startsWith('/')) ? 'jsonPointers' : 'jqPathExpressions';
  const yaml = exampleApplication(`source: {repoURL: https://git.example.com/a.git, path: a, targetRevision: main}
destination: {name: in-cluster, namespace: shop}
ignoreDifferences:
  - group: ${JSON.stringify(group)}
    kind: ${name}
    ${field}: ${JSON.stringify(paths)}`);
  return validate(exampleManifests(yaml), { targets: DEFAULT_TARGETS }).findings
    .filter(({ rule }) => rule === ignoredFieldExists.id).map(({ message, fix }) => `${message}; ${fix ?? ''}`);
}

describe('a field of a kind that is known', () => {
  test.each<[string, string[]]>([
    ['networking.istio.io/VirtualService', ['.spec.http[]?.route[]?.weight', '.spec.http[]? | select(.name == "beta") | .route', '.spec.tls[]?.route[]?.weight']],
    ['networking.istio.io/DestinationRule', ['.spec.subsets[]?.labels."rollouts-pod-template-hash"', '.spec.subsets[]? | select(.name != "stable")']],
    ['gateway.networking.k8s.io/HTTPRoute', ['.spec.rules[]?.backendRefs[]?.weight', '.spec.rules[]? | select(.name != null and (.name | test("^a$")))']],
    ['networking.k8s.io/Ingress', ['.spec.rules[]?.http.paths[]? | select(.backend.service.name == "beta")']],
    ['argoproj.io/Rollout', ['/spec/replicas', '/spec/template/spec/containers/0/image', '/metadata/annotations/a~1b']],
    ['/Service', ['.spec.selector."rollouts-pod-template-hash"', '.spec.clusterIP', '.spec.ports[]?.nodePort', '.metadata.labels']],
    ['apps/Deployment', ['/spec/replicas', '/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt']],
    ['/ConfigMap', ['/data', '/data/key', '.data["a.b"]']],
    ['example.com/Unknown', ['.spec.whatever']],
  ])('is accepted: %s', (kind, paths) => {
    expect(said(kind, paths)).toEqual([]);
  });

  test('that it does not have is found, with the one that was meant', () => {
    expect(said('argoproj.io/Rollout', ['/spec/replica'])).toEqual(['a Rollout has no field replica there, so nothing is ignored; did you mean replicas?']);
    expect(said('/Service', ['.spec.clusterIp'])).toEqual([expect.stringContaining('did you mean clusterIP')]);
  });
});
